import Concerns
import Foundation
import Reinspection
import Signals
import Testing

struct BriefTests {
    func object(_ brief: some Encodable) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: JSONEncoder().encode(brief)) as? [String: Any])
    }

    func full(isDemonstration: Bool = false) throws -> TestBrief {
        var brief = try TestBrief()
        brief.inputs = BriefInputs(
            statement: try Day("2015-09-01"),
            signals: [try .test(.lookedAfter, .deteriorated), try .test(.adoption, .usual, voices: 2)],
            concerns: [
                BriefConcern(
                    areas: [.lookedAfter], week: "2015-W47", urgency: .concern,
                    words: ModeratedText(asDecided: "[name] never comes to see me")),
                BriefConcern(areas: [.adoption], week: "2015-W46", urgency: .safeguarding, words: nil),
            ], seed: try .test(1), isDemonstration: isDemonstration)
        return brief
    }

    @Test func `the JSON has the names that scripts rely on`() throws {
        let object = try object(try full().make())
        #expect(
            Set(object.keys) == [
                "authority", "policy", "asOf", "case", "clock", "timing", "scope", "plan", "signals", "concerns",
            ])
        let scope = try #require(object["scope"] as? [[String: Any]])
        let first = try #require(scope.first)
        #expect(first["area"] as? String == "help-and-protection")
        let reason = try #require((first["reasons"] as? [[String: Any]])?.first)
        #expect(Set(reason.keys) == ["code", "rule", "text"])
        #expect(reason["code"] as? String == "weakness")
        #expect((object["case"] as? [String: Any])?["status"] as? String == "open")
        #expect((object["clock"] as? [String: Any])?["limit"] as? String == "2017-09-01")
        #expect((object["timing"] as? [String: Any])?["recommendation"] as? String == "now")
        let draw = try #require((object["plan"] as? [String: Any])?["draw"] as? [String: Any])
        #expect(Set(draw.keys) == ["outcome", "candidates", "seed", "day", "algorithm"])
    }

    @Test func `only demonstration data carry the mark`() throws {
        #expect(try object(try full().make())["demonstration"] == nil)
        #expect(try object(try full(isDemonstration: true).make())["demonstration"] as? Bool == true)
        #expect(try full(isDemonstration: true).make().text.contains("DEMONSTRATION"))
        #expect(try !full().make().text.contains("DEMONSTRATION"))
    }

    @Test func `each role's half holds nothing of the other's`() throws {
        let brief = try full().make()
        let (planner, inspector) = (try object(brief.forPlanner), try object(brief.forInspector))
        #expect(planner["concerns"] == nil && planner["signals"] == nil)
        for key in ["clock", "timing", "scope", "plan"] { #expect(inspector[key] == nil && planner[key] != nil) }
        #expect(!brief.forPlanner.text.contains("never comes to see me"))
        #expect(brief.forInspector.text.contains("never comes to see me"))
        for word in ["Timing", "Scope", "Seed", "Plan"] { #expect(!brief.forInspector.text.contains(word)) }
    }

    @Test func `a number below the floor stands nowhere, nor what it could be worked out from`() throws {
        let signals = try #require(try object(try full().make().forInspector)["signals"] as? [[String: Any]])
        let few = try #require(signals.first { $0["area"] as? String == "adoption" })
        #expect(few["voices"] as? String == "fewer than 5")
        for key in ["expected", "ratio", "probability", "ratioRange", "expectedRange"] { #expect(few[key] == nil) }
        let many = try #require(signals.first { $0["area"] as? String == "looked-after" })
        #expect(many["voices"] as? String == "12")
    }

    @Test func `a concern that may only be counted has no words`() throws {
        let concerns = try #require(try object(try full().make().forInspector)["concerns"] as? [[String: Any]])
        #expect(concerns.map { $0["words"] as? String } == ["[name] never comes to see me", nil])
    }

    @Test func `no line of the text is wider than a terminal`() throws {
        for policy in [Shipped.trust, Shipped.proposal, Shipped.outcome] {
            var brief = try full()
            brief.policy = policy
            for line in try brief.make().text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        }
    }

    @Test func `without any case there is no brief, and the reason is said`() throws {
        let day = try Day("2017-01-01")
        #expect(throws: NoBrief.neverInadequate("City of London", day)) {
            try TestBrief("E09000001", asOf: day.description).make()
        }
        #expect(throws: NoBrief.unknownAuthority(try GSSCode("E06000999"))) { try TestBrief("E06000999").make() }
    }

    @Test func `a closed case is marked closed, and nothing is to be timed`() throws {
        let brief = try TestBrief("E10000020", asOf: "2019-01-01").make()
        #expect(!brief.head.reinspection.isOpen)
        #expect(brief.forPlanner.timing.recommendation == .notYet)
        #expect(brief.forPlanner.timing.reasons.map(\.code) == [.closed])
        #expect(brief.forPlanner.timing.window == nil)
        #expect((try object(brief)["case"] as? [String: Any])?["status"] as? String == "closed")
    }

    @Test func `the same inputs make the same brief`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(try full().make()) == encoder.encode(try full().make()))
    }
}
