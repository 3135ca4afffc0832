import FactFiles
import Testing

struct FactTableTests {
    @Test func `rows know their line, also after a cell with line ends of its own`() throws {
        let table = try FactTable(file: "t.csv", text: "a,b\n1,\"two\nlines\"\n2,x\n", columns: ["a", "b"])
        #expect(table.rows.map(\.line) == [2, 4])
        #expect(table.rows.map { $0["a"] } == ["1", "2"])
    }

    @Test func `blank lines are passed over and still counted`() throws {
        let table = try FactTable(file: "t.csv", text: "a,b\r\n1,x\r\n\r\n2,y\r\n", columns: ["a"])
        #expect(table.rows.map(\.line) == [2, 4])
    }

    @Test func `a mark of byte order in front does no harm`() throws {
        let table = try FactTable(file: "t.csv", text: "\u{FEFF}a,b\n1,x\n", columns: ["a"])
        #expect(table.rows.first?["a"] == "1")
    }

    @Test func `cells are read without the spaces around them, and lists between bars`() throws {
        let table = try FactTable(file: "t.csv", text: "a,b\n\" x \",one|two\n", columns: ["a"])
        #expect(table.rows.first?["a"] == "x")
        #expect(table.rows.first?.parts("b") == ["one", "two"])
        #expect(table.rows.first?["c"] == "")
    }

    @Test func `a complaint ends with one full stop, whoever worded it`() {
        let problem = FactProblem(
            file: "t.csv", line: 2, says: "“x” is no code. Use nine signs.", remedy: "Correct it.")
        #expect(problem.description == "t.csv:2: “x” is no code. Use nine signs. Correct it.")
    }

    @Test(arguments: [
        ("a\n1\n", 1, "the column “b” is missing"), ("a,b,a\n1,2,3\n", 1, "the column “a” stands twice"),
        ("a,b\n1,2\n1,2,3\n", 3, "the row has too many cells, 3 for 2 columns"),
        ("a,b\n1,2\n1,2,\n", 3, "the row has too many cells, 3 for 2 columns"),
        ("a,b\n1,2\n1\n", 3, "the row has too few cells, 1 for 2 columns"),
        ("a,b\n1,\"2\n3,4\n", 2, "a quotation mark is not closed"),
    ])
    func `says where a table is broken`(text: String, line: Int, says: String) throws {
        let problem = try #require(throws: FactProblem.self) {
            try FactTable(file: "t.csv", text: text, columns: ["a", "b"])
        }
        #expect(problem.file == "t.csv")
        #expect(problem.line == line)
        #expect(problem.says == says)
        #expect(!problem.remedy.isEmpty)
    }
}
