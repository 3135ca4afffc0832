import Concerns
import FactFiles
import Testing
import Triage

struct PhraseTestsTests {
    @Test func `the shipped rules do what their own tests expect`() throws {
        let failed = try ShippedRules.triage.get().failedPhraseTests()
        #expect(failed == [], "\(failed.map(\.description).joined(separator: "\n"))")
    }

    @Test func `they are many, and of every urgency and area`() throws {
        let text = try #require(try ShippedRules.files()["phrase-tests.yaml"])
        #expect(try ModerationRules(files: ShippedRules.files()).phraseTests.count >= 80)
        for urgency in Urgency.allCases { #expect(text.contains("at_least: \(urgency)") || urgency == .spam) }
        for area in JudgementArea.allCases { #expect(text.contains("areas: [\(area)]"), "\(area)") }
    }

    private static func failures(_ test: String) throws -> [FactProblem] {
        var files = try ShippedRules.files()
        files["phrase-tests.yaml"] = "tests:\n" + test
        return Triage(rules: try ModerationRules(files: files)).failedPhraseTests()
    }

    @Test func `each failure names its line and what was found instead`() throws {
        let failures = try Self.failures(
            """
              - says: my social worker Tomasz Nowak never rings back
                at_least: danger_now
                at_most: spam
                areas: [adoption]
                stays: [Tomasz]
                taken_out: [rings back]
            """)
        #expect(failures.map(\.line) == [3, 4, 5, 7, 6])
        #expect(failures.allSatisfy { $0.file == "phrase-tests.yaml" })
        #expect(failures[0].says.contains("is taken for concern, and must be at least danger_now"))
        #expect(failures[1].says.contains("may be at most spam"))
        #expect(failures[2].says.contains("must be about adoption too"))
        #expect(failures[3].says.contains("leaves “rings back” in"))
        #expect(failures[4].says.contains("takes “Tomasz” out"))
    }

    @Test func `a rule that was broken shows at the test it was written for`() throws {
        var files = try ShippedRules.files()
        files["areas.yaml"] = files["areas.yaml"]?.replacing("personal adviser", with: "personal assistant")
            .replacing("pathway plan", with: "footpath plan")
        let failed = Triage(rules: try ModerationRules(files: files)).failedPhraseTests()
        #expect(failed.contains { $0.says.contains("must be about care-leavers too") })
    }

    @Test(arguments: [
        ("  - says: hello there\n", 2, "expects nothing"),
        ("  - says: hello there\n    at_least: soon\n", 3, "soon"),
        ("  - says: hello there\n    stays: [goodbye]\n", 3, "does not stand in"),
        ("  - says: hello there\n    areas: [fostering]\n", 3, "fostering"),
        ("  - says: hello there\n    at_leest: concern\n", 3, "at_leest"),
    ])
    func `a test that cannot be is named with its line`(test: String, line: Int, says: String) throws {
        var files = try ShippedRules.files()
        files["phrase-tests.yaml"] = "tests:\n" + test
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == "phrase-tests.yaml" && problem.line == line)
        #expect(problem.says.contains(says))
    }
}
