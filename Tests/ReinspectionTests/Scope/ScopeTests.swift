import Concerns
import Reinspection
import Signals
import TestSupport
import Testing

struct ScopeTests {
    let outsideWeaknesses: Set<JudgementArea> = [.lookedAfter, .adoption, .careLeavers]

    func scope(
        _ brief: TestBrief, signals: [Signal] = [], decisions: [ScopeDecision] = [], statement: String? = nil,
        timing: [TimingInput] = [], seed: UInt64 = 1
    ) throws -> Scope {
        var brief = brief
        brief.inputs = BriefInputs(
            statement: try statement.map { try Day($0) }, timing: TimingEvidence(inputs: timing), signals: signals,
            decisions: decisions, seed: try .test(seed))
        return try brief.make().forPlanner.scope
    }

    @Test func `Sandwell 2015 under the Trust's policy: weaknesses, listening, and one area by lot`() throws {
        var drawn: Set<JudgementArea> = []
        for seed in UInt64(0)..<60 {
            let scope = try scope(try TestBrief(), seed: seed)
            #expect(scope.codes(.helpAndProtection) == [.weakness])
            #expect(scope.codes(.leadership) == [.weakness])
            #expect(scope.codes(.listenedTo) == [.always])
            let extra = try #require(scope.draw?.area)
            #expect(scope.codes(extra) == [.random])
            #expect(scope.lines.count == 4)
            drawn.insert(extra)
        }
        #expect(drawn == outsideWeaknesses)
    }

    @Test(arguments: [Shipped.proposal, Shipped.outcome])
    func `Sandwell 2015 under Ofsted's policies: the two weaknesses alone`(policy: String) throws {
        let scope = try scope(try TestBrief(policy: policy))
        #expect(scope.areas == [.helpAndProtection, .leadership])
        #expect(scope.draw == nil)
        #expect(!scope.isFull)
    }

    @Test func `Birmingham 2014, all inadequate: full everywhere, and nothing left to draw`() throws {
        for policy in [Shipped.trust, Shipped.proposal, Shipped.outcome] {
            let scope = try scope(try TestBrief("E08000025", asOf: "2014-12-01", policy: policy))
            #expect(scope.isFull)
            #expect(scope.codes(.adoption) == [.weakness, .allAreasInadequate])
            #expect(scope.draw?.outcome == (policy == Shipped.trust ? .noneLeft : nil))
            #expect(scope.areas.contains(.listenedTo) == (policy == Shipped.trust))
        }
    }

    @Test func `Slough 2014, all key judgements inadequate: full where three count, not where five do`() throws {
        #expect(try scope(try TestBrief("E06000039", asOf: "2014-12-01")).isFull)
        let narrow = try scope(try TestBrief("E06000039", asOf: "2014-12-01", policy: Shipped.proposal))
        #expect(!narrow.areas.contains(.adoption))
    }

    @Test func `Norfolk 2015: two weaknesses, and what the policies make of the rest`() throws {
        let proposal = try scope(try TestBrief("E10000020", policy: Shipped.proposal))
        #expect(proposal.areas == [.lookedAfter, .careLeavers])
        let trust = try scope(try TestBrief("E10000020"))
        #expect(trust.areas.isSuperset(of: [.lookedAfter, .careLeavers, .listenedTo]))
        let drawn = try #require(trust.draw?.area)
        #expect([.helpAndProtection, .adoption, .leadership].contains(drawn))
    }

    @Test func `no scope under the Trust's policy is ever the weaknesses alone`() throws {
        let facts = try Shipped.facts()
        let states = SignalState.allCases
        for seed in UInt64(0)..<300 {
            var generator = Seeded(seed)
            let day = try Day("2014-06-01") + Int.random(in: 0...4_400, using: &generator)
            guard
                let reinspection = facts.cases(asOf: day, policy: facts.defaultPolicy).randomElement(using: &generator)
            else { continue }
            let code = reinspection.authority.code.description
            let signals = try JudgementArea.allCases.map {
                try Signal.test(
                    $0, states.randomElement(using: &generator) ?? .usual, authority: code,
                    through: day.week.description)
            }
            var brief = try TestBrief(code, asOf: day.description)
            brief.inputs = BriefInputs(
                statement: Bool.random(using: &generator) ? reinspection.standing.published.knownBy + 90 : nil,
                signals: signals,
                decisions: JudgementArea.allCases.map {
                    ScopeDecision(area: $0, kind: .declines, day: day, by: "HMI", reason: "seen on a visit")
                }, seed: try .test(seed))
            let scope = try brief.make().forPlanner.scope
            let others = scope.lines.filter { !$0.reasons.contains { $0.code == .weakness } }
            #expect(!others.isEmpty, "seed \(seed)")
            #expect(scope.codes(.listenedTo).contains(.always), "seed \(seed)")
            #expect(scope.isFull || scope.draw?.area != nil, "seed \(seed)")
        }
    }

    @Test func `a signal of deterioration adds its area, with its numbers`() throws {
        let signals = [try Signal.test(.lookedAfter, .deteriorated), try Signal.test(.adoption, .watch)]
        let scope = try scope(try TestBrief(policy: Shipped.proposal), signals: signals)
        #expect(scope.areas == [.helpAndProtection, .lookedAfter, .leadership])
        let text = try #require(scope.reasons(for: .lookedAfter).first?.text)
        #expect(text.contains("12 voices in 13 weeks") && text.contains("4.2") && text.contains("97 %"))
    }

    @Test func `signals of another council, or of weeks to come, add nothing`() throws {
        let signals = [
            try Signal.test(.lookedAfter, .deteriorated, authority: "E08000025"),
            try Signal.test(.adoption, .deteriorated, through: "2016-W10"),
        ]
        #expect(
            try scope(try TestBrief(policy: Shipped.proposal), signals: signals).areas == [
                .helpAndProtection, .leadership,
            ])
    }

    @Test func `an inspector may set a signal aside, and that is kept; weaknesses stay`() throws {
        let declines = try [JudgementArea.lookedAfter, .leadership].map {
            ScopeDecision(
                area: $0, kind: .declines, day: try Day("2015-11-30"), by: "HMI", reason: "one poster campaign")
        }
        let signals = [try Signal.test(.lookedAfter, .deteriorated), try Signal.test(.leadership, .deteriorated)]
        let scope = try scope(try TestBrief(policy: Shipped.proposal), signals: signals, decisions: declines)
        #expect(scope.areas == [.helpAndProtection, .leadership])
        #expect(scope.codes(.leadership) == [.weakness])
        #expect(scope.declined.map(\.area) == [.lookedAfter, .leadership])
    }

    @Test func `an inspector may add an area, with a reason and a name`() throws {
        let adds = ScopeDecision(
            area: .adoption, kind: .adds, day: try Day("2015-11-30"), by: "HMI Ward", reason: "a letter")
        let scope = try scope(try TestBrief(policy: Shipped.proposal), decisions: [adds])
        #expect(scope.reasons(for: .adoption).map(\.text) == ["HMI Ward: a letter"])
        // On an earlier day it was not known.
        let before = try self.scope(try TestBrief(asOf: "2015-11-29", policy: Shipped.proposal), decisions: [adds])
        #expect(before.areas == [.helpAndProtection, .leadership])
    }

    @Test func `the limit without recorded improvement means everything; few concerns are no improvement`() throws {
        let brief = try TestBrief(asOf: "2017-09-01", policy: Shipped.proposal)
        let silent = [try Signal.test(.lookedAfter, .unknown, voices: 0, through: "2017-W34")]
        let full = try scope(brief, signals: silent, statement: "2015-09-01")
        #expect(full.isFull)
        #expect(full.codes(.adoption) == [.limitReached])
        #expect(try !scope(try TestBrief(asOf: "2017-08-31", policy: Shipped.proposal), statement: "2015-09-01").isFull)
    }

    @Test(arguments: [
        (TimingKind.monitoring, Leaning.improved, false), (.intelligence, .improved, false),
        (.authority, .improved, true),
        (.dfe, .improved, true), (.monitoring, .worsening, true),
    ])
    func `only a finding of inspectors is evidence of improvement at the limit`(
        kind: TimingKind, leaning: Leaning, isFull: Bool
    ) throws {
        let input = TimingInput(kind: kind, day: try Day("2017-06-01"), leaning: leaning, text: "note")
        let brief = try TestBrief(asOf: "2017-09-01", policy: Shipped.proposal)
        #expect(try scope(brief, statement: "2015-09-01", timing: [input]).isFull == isFull)
    }

    @Test func `a case carried into a later framework keeps its weaknesses`() throws {
        let scope = try scope(try TestBrief(asOf: "2019-06-01", policy: Shipped.proposal))
        #expect(scope.areas == [.helpAndProtection, .lookedAfter, .adoption, .leadership])
    }

    @Test func `where re-inspections are not proportionate every area is looked at`() throws {
        let facts = try ReinspectionFacts(
            files: try Shipped.files(
                "policies/ofsted-2016-proposal.yaml", "proportionate: {value: true", "proportionate: {value: false"))
        let scope = try TestBrief(policy: Shipped.proposal).make(with: facts).forPlanner.scope
        #expect(scope.isFull)
        #expect(scope.codes(.adoption) == [.always])
        #expect(scope.codes(.leadership) == [.weakness, .always])
    }
}
