import Concerns
import FactFiles
import Foundation
import Testing
import Triage

@Suite struct ModerationRulesTests {
    @Test func `the shipped files load`() throws {
        let files = try ShippedRules.files()
        #expect(ModerationRules.problems(in: files) == [])
        let rules = try ModerationRules(files: files)
        #expect(rules.guidance.count == 10)
        #expect(
            Set(rules.replies.map(\.key)).isSuperset(of: [
                "received-and-read", "asked-inspectors", "told-police", "need-to-ask", "not-for-us",
            ]))
        let untold = rules.replies.filter { !$0.fits(.counted) }
        #expect(untold.map(\.key) == ["asked-inspectors", "thank-you-praise"])
        #expect(untold.allSatisfy { $0.fits(.words) && $0.words.contains("passed on the main points") })
        #expect(rules.helplines.filter(\.isOnEveryPage).count == 3)
        #expect(rules.decisions.refusalReasons.first { $0.replyKey == nil }?.key.description == "spam")
        #expect(rules.retention.first { $0.kind == .decidedOriginal }?.months == 12)
        #expect(rules.quality.oneIn == 10 && rules.quality.oneInOfSerious == 4)
        #expect(rules.quality.pause == PauseRules(afterMinutes: 50, afterDangers: 5, breakMinutes: 10))
        #expect(rules.files.map(\.name) == ModerationRules.fileNames && rules.files.allSatisfy { $0.lines > 0 })
    }

    @Test func `the more urgent, the sooner it is due`() throws {
        let targets = try ModerationRules(files: ShippedRules.files()).targets
        #expect(Urgency.allCases.map { targets[$0] } == [15, 240, 7_200, 14_400, 14_400])
        #expect(targets.leaseMinutes == 20 && targets.undoMinutes == 10)
    }

    @Test func `no helpline claims to have been checked before someone has`() throws {
        let rules = try ModerationRules(files: ShippedRules.files())
        #expect(rules.helplines.allSatisfy { $0.checkedOn == nil })
    }

    @Test func `replies are short sentences`() throws {
        for reply in try ModerationRules(files: ShippedRules.files()).replies {
            for sentence in reply.words.split(whereSeparator: { ".?!".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 20, "\(reply.key)")
            }
        }
    }

    @Test(arguments: ModerationRules.fileNames)
    func `a missing file is named`(name: String) throws {
        var files = try ShippedRules.files()
        files[name] = nil
        let problems = ModerationRules.problems(in: files)
        #expect(problems.map(\.file) == [name])
        #expect(throws: FactProblem.self) { try ModerationRules(files: files) }
    }

    @Test(arguments: [
        ("urgency.yaml", "@he @holds @weapon", "@he @holds @wepon", "@wepon"),
        ("urgency.yaml", "urgency: spam", "urgency: junk", "junk"),
        ("urgency.yaml", "    help_first: true", "    help_first: perhaps", "help_first"),
        ("areas.yaml", "otherwise: [looked-after]", "otherwise: [fostering]", "fostering"),
        ("redaction.yaml", "postcode_areas:", "postcode_aeras:", "postcode_aeras"),
        ("replies.yaml", "key: told-police", "key: received-and-read", "received-and-read"),
        ("helplines.yaml", "confidence: high", "confidence: sure", "sure"),
        ("helplines.yaml", "checked_on: null", "checked_on: last week", "checked_on"),
        ("guidance.yaml", "title: Danger first", "titel: Danger first", "titel"),
        ("retention.yaml", "months: 420", "months: 4200", "4200"),
        ("decisions.yaml", "longest_weeks: 6", "longest_weeks: 600", "600"),
        ("decisions.yaml", "reply: told-about-a-worker", "reply: told-the-carer", "told-the-carer"),
        ("decisions.yaml", "key: abuse", "key: spam", "spam"),
        ("decisions.yaml", "key: police-101", "key: Police 101", "Police 101"),
        ("quality.yaml", "one_in: 10", "one_in: 0", "one_in"),
        ("quality.yaml", "aim: 0.80", "aim: 0.50", "aim"),
        ("quality.yaml", "after_minutes: 50", "after_minuts: 50", "after_minuts"),
        ("targets.yaml", "urgency: spam", "urgency: junk", "junk"),
        ("targets.yaml", "urgency: spam", "urgency: praise", "praise"),
        ("targets.yaml", "minutes: 15", "minutes: soon", "minutes"),
        ("targets.yaml", "minutes: 20", "minutes: 0", "0 minutes"),
    ])
    func `a slip is named with its file, its line and what to write`(
        name: String, right: String, wrong: String, says: String
    ) throws {
        var files = try ShippedRules.files()
        let text = try #require(files[name])
        let place = try #require(text.range(of: right))
        files[name] = text.replacingCharacters(in: place, with: wrong)
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == name)
        #expect(problem.line == text[..<place.lowerBound].count(where: \.isNewline) + 1 || problem.says.contains(says))
        #expect(problem.line != nil)
        #expect(!problem.remedy.isEmpty)
    }

    @Test func `what is no YAML is named with the line where reading stopped`() throws {
        var files = try ShippedRules.files()
        files["guidance.yaml"] = "steps:\n  - title: \"unclosed\n  words: x"
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == "guidance.yaml" && problem.line != nil)
    }
}
