import Concerns
import FactFiles
import TestSupport
import Testing
import Triage

@Suite struct LikenessPiecesTests {
    private static func percent(_ one: String, _ other: String) throws -> Int {
        let triage = try ShippedRules.triage.get()
        return triage.likenessPieces(of: one).percent(alike: triage.likenessPieces(of: other))
    }

    @Test func `careless copies are alike, whatever else is compared`() throws {
        let rules = try ModerationRules(files: ShippedRules.files()).likeness
        let messages = try InventedMessages.all()
        var generator = Seeded(11)
        var copies = 0
        var alike = 0
        var strangers = 0
        for (index, message) in messages.prefix(200).enumerated() {
            let copy = CarelessCopy(of: message, among: messages, using: &generator).words
            copies += 1
            alike += try Self.percent(message, copy) >= rules.copiesFrom ? 1 : 0
            strangers += try Self.percent(message, messages[index + 1]) >= rules.offeredFrom ? 1 : 0
        }
        #expect(alike * 100 >= copies * 95, "\(alike) of \(copies)")
        #expect(strangers * 100 <= copies * 2, "\(strangers) of \(copies)")
    }

    @Test func `the same words but for capitals and marks are entirely alike, and nothing is like nothing`() throws {
        #expect(try Self.percent("They CLOSED our home!!", "they closed our home") == 100)
        #expect(try Self.percent("", "") == 0)
        #expect(try Self.percent("", "they closed our home") == 0)
    }

    @Test(arguments: [
        ("concerns: 5", "concerns: 1"), ("must_choose_from_percent: 60", "must_choose_from_percent: 20"),
        ("below_letters: 40", "below_letters: 4"),
    ])
    func `a number that cannot be is named with its line`(right: String, wrong: String) throws {
        var files = try ShippedRules.files()
        files["likeness.yaml"] = files["likeness.yaml"]?.replacing(right, with: wrong)
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == "likeness.yaml" && problem.line != nil, "\(problem)")
    }
}
