/// How many independent voices there were at least, as children and their councils read it: a band and never a number.
///
/// The bands are wide, so that one voice more or less is seen only where a band begins; under ten there is none.
package enum VoiceBand: String, CaseIterable, Hashable, Sendable {
    case tenOrMore = "10"
    case twentyOrMore = "20"
    case fiftyOrMore = "50"
    case hundredOrMore = "100"

    /// The highest band that so many voices reach, or nil when they are too few to be shown.
    package init?(voices: Int) {
        guard let band = Self.allCases.last(where: { $0.least <= voices }) else { return nil }
        self = band
    }

    /// The smallest number of voices in the band.
    package var least: Int {
        switch self {
        case .tenOrMore: 10
        case .twentyOrMore: 20
        case .fiftyOrMore: 50
        case .hundredOrMore: 100
        }
    }
}

extension VoiceBand: Comparable {
    package static func < (one: Self, other: Self) -> Bool { one.least < other.least }
}
