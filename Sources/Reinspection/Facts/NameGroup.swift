import Concerns
import Signals

/// What a brief's text calls the codes of one kind; `names` in `Facts/reasons.yaml`.
enum NameGroup: String, CaseIterable {
    case recommendations, evidence, leanings, outcomes, states, urgencies

    /// Every code that needs a name.
    var codes: [String] {
        switch self {
        case .recommendations: Timing.Recommendation.allCases.map(\.rawValue)
        case .evidence: TimingKind.allCases.map(\.rawValue)
        case .leanings: Leaning.allCases.map(\.rawValue)
        case .outcomes: TwoWayJudgement.allCases.map(\.rawValue)
        case .states: SignalState.allCases.map(\.rawValue)
        case .urgencies: Urgency.allCases.map(\.rawValue)
        }
    }
}
