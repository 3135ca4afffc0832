/// Where a concern is on its way through the moderation desk.
package enum ConcernState: String, CaseIterable, Codable, Hashable, Sendable {
    /// Nobody has decided yet.
    case waiting
    case held
    case escalated
    case accepted
    case refused

    /// The state after a decision.
    package init(after decision: ModerationDecision) {
        self =
            switch decision {
            case .accept: .accepted
            case .hold: .held
            case .escalate: .escalated
            case .refuse: .refused
            }
    }

    /// Whether the desk still has to do something about it.
    package var isOpen: Bool { self == .waiting || self == .held || self == .escalated }
}
