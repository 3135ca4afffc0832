/// A part of children's services that a concern can be about and an inspection can judge.
///
/// Each framework maps these to its own judgements (`Facts/frameworks`); `listened-to` is The Who Cares? Trust's
/// cross-cutting theme and no judgement of Ofsted's (T14).
package enum JudgementArea: String, CaseIterable, Codable, Hashable, Sendable, CustomStringConvertible {
    case helpAndProtection = "help-and-protection"
    case lookedAfter = "looked-after"
    case adoption
    case careLeavers = "care-leavers"
    case leadership
    case listenedTo = "listened-to"

    package var description: String { rawValue }
}

extension JudgementArea: Comparable {
    /// The order in which pages and letters list areas: that of the reports.
    package static func < (one: Self, other: Self) -> Bool { one.position < other.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
