import Concerns
import Reinspection
import Signals
import Store

/// The signals of all authorities, worked out once for each change of the counts.
///
/// Adding up a nation's counts takes far longer than showing a page; what was added up is kept until a concern is accepted
/// or the week turns over.
actor SignalBoard {
    private let reading: Reading
    private let childrenInCare: [GSSCode: Int]
    private let engine: @Sendable (SignalRule) -> any SignalEngine

    private var history: (version: Int, from: Week, value: VoiceHistory)?
    private var signals: [Question: [Signal]] = [:]

    private struct Question: Hashable {
        let authority: GSSCode
        let rule: SignalRule
        let through: Week
    }

    init(
        reading: Reading, authorities: Authorities, engine: @escaping @Sendable (SignalRule) -> any SignalEngine
    ) {
        self.reading = reading
        self.engine = engine
        childrenInCare = authorities.current.reduce(into: [:]) { $0[$1.code] = $1.childrenInCare }
    }

    /// The signals of each of these authorities, up to the last whole week before `today`.
    ///
    /// - Throws: ``StoreProblem``.
    func signals(
        of codes: [GSSCode], rule: SignalRule, today: Day
    ) async throws(StoreProblem) -> [GSSCode: [Signal]] {
        // The week that runs is not whole: its few voices would read as a fall.
        let through = today.week.advanced(by: -1)
        let history = try await current(today: today)
        var found: [GSSCode: [Signal]] = [:]
        for code in codes {
            let question = Question(authority: code, rule: rule, through: through)
            if let known = signals[question] {
                found[code] = known
            } else {
                let fresh = engine(rule).signals(of: code, in: history, through: through)
                signals[question] = fresh
                found[code] = fresh
            }
        }
        return found
    }

    private func current(today: Day) async throws(StoreProblem) -> VoiceHistory {
        let version = try await reading.voicesVersion()
        if let history, history.version == version { return history.value }
        let counts = try await reading.voices()
        let from = counts.map(\.week).min() ?? today.week
        let value = VoiceHistory(counts: counts, childrenInCare: childrenInCare, from: from)
        history = (version, from, value)
        signals = [:]
        return value
    }
}
