package import Concerns

/// An inspector's departure from what the rules recommend, kept beside it (X2).
package struct ScopeDecision: Hashable, Sendable {
    package let area: JudgementArea
    package let kind: Kind
    package let day: Day
    package let by: String
    package let reason: String

    package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
        case adds
        /// Sets aside a signal of deterioration; it takes no other reason away.
        case declines
    }

    package init(area: JudgementArea, kind: Kind, day: Day, by: String, reason: String) {
        self.area = area
        self.kind = kind
        self.day = day
        self.by = by
        self.reason = reason
    }
}
