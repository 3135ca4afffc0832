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
        #expect(few["voices"] is NSNull && few["fewerThan"] as? Int == 5)
        for key in ["expected", "ratio", "probability", "ratioRange", "expectedRange"] { #expect(few[key] == nil) }
        let many = try #require(signals.first { $0["area"] as? String == "looked-after" })
        #expect(many["voices"] as? Int == 12 && many["fewerThan"] == nil)
        var nobody = try TestBrief()
        nobody.inputs = BriefInputs(
            statement: nil, signals: [try .test(.adoption, .unknown, voices: 0)], seed: try .test(1))
        let none = try #require(try object(try nobody.make().forInspector)["signals"] as? [[String: Any]])
        #expect(none.first?["voices"] as? Int == 0)
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
        // Sandwell, judged in 2015 and closed by the report of 5 July 2022, asked for years later.
        var brief = try TestBrief(asOf: "2026-08-03")
        brief.inputs = BriefInputs(
            statement: nil,
            timing: TimingEvidence(inputs: [
                TimingInput(kind: .monitoring, day: try Day("2018-03-01"), leaning: .worsening, text: "a visit")
            ]),
            signals: [try .test(.lookedAfter, .deteriorated, through: "2026-W30")], seed: try .test(1))
        let made = try brief.make()
        let (planner, json) = (made.forPlanner, try object(made))
        #expect(!made.head.reinspection.isOpen)
        #expect(planner.timing.recommendation == .nothing)
        #expect(planner.timing.reasons.map(\.code) == [.closed])
        #expect(planner.timing.window == nil && planner.timing.contributions.isEmpty)
        #expect((json["case"] as? [String: Any])?["status"] as? String == "closed")
        #expect((json["timing"] as? [String: Any])?["recommendation"] as? String == "none")
        #expect(made.text.contains("none: the case is closed"))
    }

    @Test func `scope and plan of a closed case are those of the day that closed it`() throws {
        var brief = try TestBrief(asOf: "2026-08-03")
        brief.inputs = BriefInputs(
            statement: nil, signals: [try .test(.careLeavers, .deteriorated, through: "2026-W30")], seed: try .test(1))
        let later = try brief.make()
        brief.asOf = "2022-07-05"
        let then = try brief.make()
        #expect(later.forPlanner.plan == then.forPlanner.plan)
        #expect(later.forPlanner.plan.framework == "ilacs-2018")
        #expect(later.forPlanner.scope == then.forPlanner.scope)
        #expect(!later.forPlanner.scope.codes(.careLeavers).contains(.deterioration))
        // What young people say today is still there to be read.
        #expect(later.forInspector.signals.count == 1)
    }

    @Test func `a report on an authority that came before is told with its name`() throws {
        let text = try TestBrief("E06000063", asOf: "2024-01-01").make().text
        #expect(text.contains("report of 2015-05 on Cumbria (E10000006)"))
        #expect(try !full().make().text.contains("which it came from"))
    }

    @Test func `where a report is missing, its absence is not told as a clean record`() throws {
        let day = try Day("2022-01-01")
        let problem = try #require(throws: NoBrief.self) { try TestBrief("E06000062", asOf: day.description).make() }
        #expect(problem == .neverInadequate("West Northamptonshire", day, missing: ["Northamptonshire"]))
        #expect(problem.description.contains("missing, though, for Northamptonshire"))
    }

    @Test func `the text calls things by name, the JSON by code`() throws {
        var brief = try full()
        brief.policy = Shipped.proposal
        let made = try brief.make()
        let text = made.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for code in ["help-and-protection", "looked-after", "sif-2013", "not-yet", "continues-to-be", "danger_now"] {
            #expect(!text.contains(code), "\(code)")
        }
        let plan = made.forPlanner.plan
        #expect(text.contains("help and protection") && text.contains("continues to be inadequate"))
        #expect(!plan.lists.isEmpty && !plan.items.isEmpty && !plan.criteria.isEmpty)
        for entry in plan.lists + plan.items { #expect(text.contains("\(entry.id) \(entry.title)")) }
        for criterion in plan.criteria { #expect(text.contains("\(criterion.id) \(criterion.text)")) }
        #expect((try object(made)["plan"] as? [String: Any])?["outcomes"] as? [String] == plan.outcomes.map(\.rawValue))
    }

    @Test func `the same inputs make the same brief`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(try full().make()) == encoder.encode(try full().make()))
    }
}
