import Concerns
import FactFiles

/// The reasons of a recommendation as they are found, and the strongest thing said so far.
struct TimingRuling {
    private(set) var reasons: [TimingReason] = []
    private(set) var strongest = Timing.Recommendation.notYet
    private(set) var isOrdered = false
    private(set) var earliest: Month?

    private let words: ReasonWords

    init(_ words: ReasonWords) { self.words = words }

    /// Directions and overrides, which no score holds back (P29, P30).
    mutating func orders(_ orders: [TimingOrder]) {
        for order in orders.sorted(by: { $0.day < $1.day }) {
            isOrdered = true
            say(
                .now, order.kind == .direction ? .direction : .override,
                [
                    "day": order.day.description, "reason": order.reason,
                ])
        }
    }

    /// - Returns: whether the policy lets inspectors return yet (P3).
    mutating func earliest(_ policy: Policy, _ clock: Clock) -> Bool {
        guard let months = policy.earliestMonths.value, case .running(let since, _) = clock.state else { return true }
        let day = since.adding(months: months)
        guard clock.asOf < day else { return true }
        earliest = day.month
        say(.notYet, .tooEarly, ["earliest": day.month.description])
        return false
    }

    /// Improvement and worsening, each against the thresholds for itself (P26).
    mutating func weigh(_ weighing: TimingWeighing, _ evidence: TimingEvidence, _ policy: Policy) {
        let rules = policy.timing
        for (leaning, code) in [(Leaning.improved, TimingCode.improved), (.worsening, .worsening)] {
            let score = weighing.sum(leaning)
            guard score >= rules.watch.value else { continue }
            let (done, needed) = (evidence.inputs.count { $0.kind == .monitoring }, rules.monitoringVisitsFirst.value)
            let visitsAreMissing = leaning == .improved && done < needed
            say(
                score >= rules.now.value && !visitsAreMissing ? .now : .watch, code,
                [
                    "score": oneDecimal(score), "now": oneDecimal(rules.now.value),
                ])
            if visitsAreMissing {
                say(.watch, code, phrase: "visits-first", ["done": "\(done)", "needed": "\(needed)"])
            }
        }
    }

    /// The limit draws near or has passed (P31, T23).
    mutating func limit(_ clock: Clock, _ policy: Policy) {
        guard let limit = clock.limit, let months = clock.monthsToLimit else { return }
        if clock.isLimitReached {
            say(.now, .limit, phrase: "limit-passed", ["limit": limit.description])
        } else if months < policy.timing.limitWatchMonths.value {
            say(
                months < policy.timing.limitNowMonths.value ? .now : .watch, .limit,
                [
                    "limit": limit.description, "months": "\(months)",
                ])
        }
    }

    private mutating func say(
        _ recommendation: Timing.Recommendation, _ code: TimingCode, phrase: String? = nil, _ values: [String: String]
    ) {
        reasons.append(words.timing(code, phrase: phrase, values))
        if recommendation.strength > strongest.strength { strongest = recommendation }
    }
}

extension Timing.Recommendation {
    fileprivate var strength: Int {
        switch self {
        case .nothing, .notYet: 0
        case .watch: 1
        case .now: 2
        }
    }
}
