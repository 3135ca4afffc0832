package import Concerns
import FactFiles
package import Signals

/// When to return, as the rules see it: a recommendation and a window of months, never a date (P25, P27).
package struct Timing: Hashable, Sendable {
    package let recommendation: Recommendation
    package let reasons: [TimingReason]
    /// Nil where the case is closed.
    package let window: Window?
    /// Every piece of evidence with what it added, oldest first.
    package let contributions: [TimingContribution]
    /// Set where nothing moved for a month or more, to ask whether this is longer than necessary (T23).
    package let question: String?

    /// How much of the weight, 0 to 1, came from what young people say (T21); nil where nothing has weight.
    package var shareFromYoungPeople: Double? {
        let all = contributions.reduce(0) { $0 + $1.contribution }
        let theirs = contributions.filter { $0.kind == .concerns }.reduce(0) { $0 + $1.contribution }
        return all > 0 ? theirs / all : nil
    }

    package enum Recommendation: String, CaseIterable, Codable, Hashable, Sendable {
        case now, watch, notYet = "not-yet"
        /// The case is closed: nothing is to be timed (P1).
        case nothing = "none"
    }

    /// Months, both ends included; no end where the clock has not started.
    package struct Window: Hashable, Sendable {
        package let from: Month
        package let through: Month?
    }

    package init(
        of reinspection: ReinspectionCase, clock: Clock, evidence: TimingEvidence, signals: [Signal], policy: Policy,
        reasons words: ReasonWords
    ) {
        guard reinspection.isOpen else {
            recommendation = .nothing
            reasons = [words.timing(.closed)]
            contributions = []
            window = nil
            question = nil
            return
        }
        let report = reinspection.standing.published.knownBy
        let evidence = evidence.known(from: report, to: clock.asOf)
        let weighing = TimingWeighing(evidence.inputs, signals, policy, words)
        contributions = weighing.contributions
        // A view without weight is no movement either: the authority cannot hold the question back (T18).
        let moved = evidence.inputs.filter { policy.timing.weight(of: $0.kind) > 0 }.map(\.day).max() ?? report
        let months = moved.wholeMonths(to: clock.asOf)
        question = months < 1 ? nil : words.question("longer-than-necessary", ["months": "\(months)"])
        var ruling = TimingRuling(words)
        ruling.orders(evidence.orders)
        let mayReturn = ruling.earliest(policy, clock)
        ruling.weigh(weighing, evidence, policy)
        ruling.limit(clock, policy)
        // An order stands above the policy's earliest month (P29, P30); what else speaks for now waits for it.
        recommendation = ruling.isOrdered ? .now : mayReturn ? ruling.strongest : .notYet
        reasons = ruling.reasons
        let earliest = mayReturn || ruling.isOrdered ? nil : ruling.earliest
        window = Window(recommendation, clock, policy, waitsUntil: earliest)
    }
}

extension Timing.Window {
    fileprivate init(
        _ recommendation: Timing.Recommendation, _ clock: Clock, _ policy: Policy, waitsUntil earliest: Month?
    ) {
        let (today, wide) = (clock.asOf.month, policy.timing.windowMonths.value)
        let last = clock.limit?.month
        switch recommendation {
        case .now:
            from = today
            let soon = today + (wide - 1)
            // Past the limit there is nothing to wait for: the month that runs.
            through = last.map { max(today, min($0, soon)) } ?? soon
        case .watch, .notYet, .nothing:
            let begin = max(earliest ?? today, today + (recommendation == .watch ? 0 : wide))
            let start = last.map { min(begin, max($0, today)) } ?? begin
            from = start
            through = last.map { max($0, start) }
        }
    }
}
