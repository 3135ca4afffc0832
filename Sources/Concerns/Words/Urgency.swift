/// How soon a person must act on a concern, or that it is praise or spam.
package enum Urgency: String, CaseIterable, Codable, Hashable, Sendable, CustomStringConvertible {
    case dangerNow = "danger_now"
    case safeguarding
    case concern
    case praise
    case spam

    package var description: String { rawValue }

    /// 0 for what is read first; the queue is ordered by it before anything else (X3).
    package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Urgency: Comparable {
    /// The less urgent is smaller, so that `max` is what must be read first.
    package static func < (one: Self, other: Self) -> Bool { one.rank > other.rank }
}
