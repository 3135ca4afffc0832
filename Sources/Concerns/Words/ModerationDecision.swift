/// What a moderator decided about a concern.
package enum ModerationDecision: String, CaseIterable, Codable, Hashable, Sendable {
    /// Counts, and is read by inspectors where the young person allowed it.
    case accept
    /// Not yet: something must be asked or checked first.
    case hold
    /// Passed on to those who can protect someone.
    case escalate
    /// Spam, abuse, or nothing to do with children's services.
    case refuse

    /// Whether the concern leaves the queue with this decision.
    package var isFinal: Bool { self == .accept || self == .refuse }
}
