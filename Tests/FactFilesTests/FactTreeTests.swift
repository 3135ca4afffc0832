import Concerns
import FactFiles
import Testing

struct FactTreeTests {
    let text = """
        name: Earshot
        months: 24
        share: 0.5
        areas: [adoption, leadership]
        limit: {value: 24, confidence: verified, source: "P31"}
        earliest: {value: null, confidence: general, source: "none"}
        day: 2016-03-08
        """

    func tree() throws -> FactTree { try FactTree(file: "t.yaml", text: text) }

    @Test func `reads texts, numbers, lists and days`() throws {
        let tree = try tree()
        #expect(try tree["name"].text == "Earshot")
        #expect(try tree["months"].int == 24)
        #expect(try tree["months"].number == 24)
        #expect(try tree["share"].number == 0.5)
        #expect(try tree["areas"].list.map { try $0.area } == [.adoption, .leadership])
        #expect(try tree["day"].day == Day("2016-03-08"))
    }

    @Test func `a sourced value comes with what stands behind it`() throws {
        let limit = try tree()["limit"].sourced { tree throws(FactProblem) in try tree.int }
        #expect(limit.value == 24)
        #expect(limit.confidence == .verified)
        #expect(limit.source == "P31")
        let earliest = try tree()["earliest"].sourcedOptional { tree throws(FactProblem) in try tree.int }
        #expect(earliest.value == nil)
    }

    @Test(arguments: [
        ("x: {value: 1, source: s}", "“confidence” is missing in x"),
        ("x: {value: 1, confidence: sure, source: s}", "“sure” is not known for x.confidence"),
        ("x: {value: 1, confidence: general, source: \"\"}", "“x.source” must be text"),
        ("x: {confidence: general, source: s}", "“value” is missing in x"),
        ("x: {value: 1, confidence: general, source: s, sauce: s}", "“sauce” is not known here"),
        ("x: {value: one, confidence: general, source: s}", "“x.value” must be a whole number"),
    ])
    func `a value without what stands behind it is refused`(text: String, says: String) throws {
        let tree = try FactTree(file: "t.yaml", text: "# first\n" + text)
        let problem = try #require(throws: FactProblem.self) {
            try tree["x"].sourced { tree throws(FactProblem) in try tree.int }
        }
        #expect(problem.says == says)
        #expect(problem.line == 2)
    }

    @Test func `entries that nobody reads are refused, with their line`() throws {
        let tree = try tree()
        let problem = try #require(throws: FactProblem.self) { try tree.allow(only: ["name", "months"]) }
        #expect(problem.description.hasPrefix("t.yaml:3: “share” is not known here"))
    }

    @Test(arguments: ["a: [1, 2", "a: 1\n b: 2\n  - c", "a: 1\na: 2\n", ""])
    func `what is no YAML, or says a thing twice, is refused`(text: String) {
        #expect(throws: FactProblem.self) { try FactTree(file: "t.yaml", text: text) }
    }
}
