package import Concerns

/// A change put into a simulated history on purpose.
package struct PlantedChange: Hashable, Sendable {
    package let authority: GSSCode
    package let kind: Kind
    package let weeks: ClosedRange<Week>
    /// How many times as many voices as before.
    package let factor: Double

    package enum Kind: Hashable, Sendable {
        /// Practice in one area got worse.
        case deterioration(JudgementArea)
        /// More young people were asked: all areas rise together, and nothing got worse.
        case outreach
    }

    package init(authority: GSSCode, kind: Kind, weeks: ClosedRange<Week>, factor: Double) {
        self.authority = authority
        self.kind = kind
        self.weeks = weeks
        self.factor = factor
    }

    /// What the demonstration plants in those of its authorities that are there.
    ///
    /// Tameside (E08000008) and Devon (E10000008) stand judged inadequate in `Facts/outcomes`. Care leavers were no
    /// weakness of Tameside's, so the signal adds an area to the scope (P18); Devon's looked-after children were, so
    /// there it can only speak for an earlier return (T21). Cheshire East (E06000049) has the outreach.
    package static func demonstration(among authorities: [Authority], through: Week) -> [PlantedChange] {
        func plant(_ code: String, _ kind: Kind, lastWeeks: ClosedRange<Int>, factor: Double) -> PlantedChange? {
            authorities.first { $0.code.description == code }.map { authority in
                let weeks = through.advanced(by: -lastWeeks.upperBound)...through.advanced(by: -lastWeeks.lowerBound)
                return PlantedChange(authority: authority.code, kind: kind, weeks: weeks, factor: factor)
            }
        }
        return [
            plant("E08000008", .deterioration(.careLeavers), lastWeeks: 0...19, factor: 3.5),
            plant("E10000008", .deterioration(.lookedAfter), lastWeeks: 0...15, factor: 3.5),
            plant("E06000049", .outreach, lastWeeks: 1...8, factor: 3.5),
        ].compactMap { $0 }
    }

    /// By how much the change multiplies the voices of one area in one week.
    func factor(in area: JudgementArea, _ week: Week) -> Double {
        guard weeks.contains(week) else { return 1 }
        return switch kind {
        case .deterioration(let changed): changed == area ? factor : 1
        case .outreach: factor
        }
    }
}
