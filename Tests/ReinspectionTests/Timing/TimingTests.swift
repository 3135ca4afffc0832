import Concerns
import FactFiles
import Reinspection
import Signals
import TestSupport
import Testing

struct TimingTests {
    func timing(
        _ inputs: [TimingInput] = [], orders: [TimingOrder] = [], signals: [Signal] = [],
        statement: String? = "2015-09-01",
        asOf: String = "2015-12-01", policy: String = Shipped.trust, facts: ReinspectionFacts? = nil
    ) throws -> Timing {
        var brief = try TestBrief(asOf: asOf, policy: policy)
        brief.inputs = BriefInputs(
            statement: try statement.map { try Day($0) }, timing: TimingEvidence(inputs: inputs, orders: orders),
            signals: signals, seed: try .test(1))
        return try brief.make(with: facts).forPlanner.timing
    }

    func input(_ kind: TimingKind, _ leaning: Leaning, _ day: String = "2015-11-02") throws -> TimingInput {
        TimingInput(kind: kind, day: try Day(day), leaning: leaning, text: "a note")
    }

    @Test func `with nothing recorded it is not yet, and the month of the limit ends the window`() throws {
        let timing = try timing()
        #expect(timing.recommendation == .notYet)
        #expect(timing.reasons.isEmpty)
        #expect(timing.window?.through?.description == "2017-09")
        #expect(try self.timing(statement: nil).window?.through == nil)
    }

    @Test func `what young people say can bring the return forward`() throws {
        let timing = try timing(signals: [try .test(.lookedAfter, .deteriorated)])
        #expect(timing.recommendation == .now)
        #expect(timing.reasons.map(\.code) == [.worsening])
        #expect(timing.window?.from.description == "2015-12")
        #expect(timing.window?.through?.description == "2016-02")
        let input = try #require(timing.contributions.first)
        #expect(timing.shareFromYoungPeople == 1)
        #expect(input.kind == .concerns && input.contribution == 1 && input.text.contains("12 voices"))
    }

    @Test func `what is watched only because everything rose together leans neither way, and says why`() throws {
        let note = "This area rose, and so did the others."
        let burst = try Signal.test(.listenedTo, .watch, probability: 0.01, notes: [note])
        let timing = try timing(signals: [burst])
        #expect(timing.recommendation == .notYet && timing.reasons.isEmpty)
        let input = try #require(timing.contributions.first)
        #expect(input.leaning == .neither && input.contribution == 0)
        #expect(input.note?.contains(note) == true && input.note?.contains("everything rose together") == true)
    }

    @Test func `what is watched by its probability keeps half the weight, with the signal's own note`() throws {
        let signal = try Signal.test(
            .listenedTo, .watch, probability: 0.8, notes: ["The rise rests on a few of these weeks."])
        let input = try #require(try timing(signals: [signal]).contributions.first)
        #expect(input.leaning == .worsening && input.contribution == 0.5)
        #expect(input.note == "The rise rests on a few of these weeks.")
    }

    @Test func `more signals than one count once`() throws {
        let signals = [
            try Signal.test(.lookedAfter, .deteriorated), try .test(.adoption, .deteriorated, probability: 0.93),
        ]
        let timing = try timing(signals: signals, policy: Shipped.proposal)
        #expect(timing.contributions.map(\.contribution).sorted() == [0, 0.5])
        #expect(timing.recommendation == .watch)
    }

    @Test func `silence and usual weeks never speak for improvement`() throws {
        for state in [SignalState.unknown, .usual] {
            for policy in [Shipped.trust, Shipped.proposal, Shipped.outcome] {
                let signals = try JudgementArea.allCases.map {
                    try Signal.test($0, state, voices: 0, probability: 0.01)
                }
                let timing = try timing(signals: signals, policy: policy)
                #expect(timing.reasons.isEmpty)
                #expect(timing.contributions.allSatisfy { $0.contribution == 0 && $0.leaning == .neither })
            }
        }
    }

    @Test func `what a signal of few voices says holds no number`() throws {
        let text = try #require(
            try timing(signals: [try .test(.adoption, .unknown, voices: 3)]).contributions.first?.text)
        #expect(text.contains("fewer than 5") && !text.contains("3 voices") && !text.contains("97"))
    }

    @Test func `the authority's views are kept and change nothing under the Trust's policy`() throws {
        for seed in UInt64(0)..<200 {
            var generator = Seeded(seed)
            var inputs: [TimingInput] = []
            for kind in [TimingKind.monitoring, .dfe, .intelligence] where Bool.random(using: &generator) {
                let day = try Day("2015-07-01") + Int.random(in: 0...150, using: &generator)
                inputs.append(
                    TimingInput(
                        kind: kind, day: day, leaning: Leaning.allCases.randomElement(using: &generator) ?? .neither,
                        text: "a note"))
            }
            let view = TimingInput(
                kind: .authority, day: try Day("2015-07-01") + Int.random(in: 0...150, using: &generator),
                leaning: Leaning.allCases.randomElement(using: &generator) ?? .neither, text: "please wait")
            let (without, with) = (try timing(inputs), try timing(inputs + [view]))
            #expect(without.recommendation == with.recommendation, "seed \(seed)")
            #expect(without.reasons == with.reasons, "seed \(seed)")
            #expect(without.window == with.window, "seed \(seed)")
            #expect(without.question == with.question, "seed \(seed)")
            let kept = with.contributions.filter { $0.kind == .authority }
            #expect(kept.map(\.contribution) == [0] && kept.first?.note?.contains("no weight") == true, "seed \(seed)")
            #expect(with.contributions.filter { $0.kind != .authority } == without.contributions, "seed \(seed)")
        }
    }

    @Test func `under Ofsted's proposal the authority's view has weight`() throws {
        let views = [try input(.authority, .improved), try input(.dfe, .improved), try input(.intelligence, .improved)]
        let timing = try timing(views, policy: Shipped.proposal)
        #expect(timing.contributions.first { $0.kind == .authority }?.contribution == 0.4)
        #expect(timing.recommendation == .now)
        #expect(timing.reasons.map(\.code) == [.improved])
    }

    @Test func `improvement and worsening are kept apart and never added up`() throws {
        let timing = try timing([try input(.monitoring, .improved), try input(.intelligence, .worsening)])
        #expect(timing.recommendation == .watch)
        #expect(timing.reasons.map(\.code) == [.improved, .worsening])
    }

    @Test func `the newest of a kind counts; saying it again adds nothing`() throws {
        let visits = try ["2015-09-01", "2015-10-01", "2015-11-01"].map { try input(.monitoring, .worsening, $0) }
        #expect(try timing(visits).contributions.map(\.contribution) == [0, 0, 0.6])
        let better = try timing(visits + [try input(.monitoring, .improved, "2015-11-20")])
        #expect(better.reasons.map(\.code) == [.improved])
    }

    @Test func `a concern recorded by hand does not count as what young people say`() throws {
        #expect(try timing([try input(.concerns, .worsening)]).contributions.isEmpty)
    }

    @Test(arguments: [TimingOrder.Kind.direction, .override])
    func `a direction or an override means now, whatever the score`(kind: TimingOrder.Kind) throws {
        let order = TimingOrder(kind: kind, day: try Day("2015-11-20"), reason: "letter 12")
        let timing = try timing(orders: [order], statement: nil)
        #expect(timing.recommendation == .now)
        #expect(timing.reasons.map(\.code) == [kind == .direction ? .direction : .override])
        // On the day before, nobody knew of it.
        #expect(try self.timing(orders: [order], asOf: "2015-11-19").recommendation == .notYet)
    }

    @Test(arguments: [
        ("2017-02-28", Timing.Recommendation.notYet), ("2017-03-02", .watch), ("2017-06-02", .now),
        ("2017-10-02", .now),
    ])
    func `as the limit draws near the return is watched, then due`(asOf: String, expected: Timing.Recommendation) throws
    {
        let timing = try timing(asOf: asOf)
        #expect(timing.recommendation == expected)
        #expect(timing.reasons.map(\.code) == (expected == .notYet ? [] : [.limit]))
    }

    @Test func `no window of a case that is in time ends after the limit`() throws {
        for offset in stride(from: 0, to: 730, by: 9) {
            let day = try Day("2015-09-01") + offset
            let through = try #require(try timing(asOf: day.description).window?.through)
            #expect(through.description <= "2017-09", "\(day)")
        }
    }

    @Test func `a policy that keeps an earliest month waits for it, but not for an order`() throws {
        let facts = try ReinspectionFacts(
            files: try Shipped.files(
                "policies/ofsted-2016-proposal.yaml", "earliestMonths: {value: null", "earliestMonths: {value: 18"))
        let signals = [
            try Signal.test(.lookedAfter, .deteriorated)
        ]
        let inputs = [try input(.monitoring, .worsening)]
        let waiting = try timing(inputs, signals: signals, policy: Shipped.proposal, facts: facts)
        #expect(waiting.recommendation == .notYet)
        #expect(waiting.reasons.map(\.code).contains(.tooEarly))
        #expect(waiting.window?.from.description == "2017-03")
        let order = TimingOrder(kind: .override, day: try Day("2015-11-20"), reason: "seen")
        #expect(try timing(inputs, orders: [order], policy: Shipped.proposal, facts: facts).recommendation == .now)
    }

    @Test func `Ofsted's outcome wants four visits before improvement alone recommends now`() throws {
        let days = ["2015-07-01", "2015-08-01", "2015-09-01", "2015-10-01"]
        let visits = try days.map { try input(.monitoring, .improved, $0) }
        #expect(try timing(Array(visits.prefix(3)), policy: Shipped.outcome).recommendation == .watch)
        #expect(try timing(visits, policy: Shipped.outcome).recommendation == .now)
    }

    @Test func `each month without movement asks whether this is longer than necessary`() throws {
        #expect(try timing(asOf: "2015-07-04").question == nil)
        #expect(try timing(asOf: "2015-12-05").question?.contains(": 6.") == true)
        #expect(try timing([try input(.monitoring, .neither, "2015-11-20")]).question == nil)
    }

    @Test func `inputs from before the report count for nothing`() throws {
        #expect(try timing([try input(.monitoring, .worsening, "2015-06-01")]).contributions.isEmpty)
    }
}
