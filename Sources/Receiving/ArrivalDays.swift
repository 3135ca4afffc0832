package import Concerns

/// How exactly the day is kept on which something arrived: coarser where few children are in care.
///
/// Where someone knows who was upset on Tuesday, a day can point at one child; a week has several.
package struct ArrivalDays: Sendable {
    private let authorities: Authorities
    private let weekBelowChildren: Int

    /// - Parameter weekBelowChildren: with fewer children in care only the week is kept (`Moderation/arrival.yaml`).
    package init(authorities: Authorities, weekBelowChildren: Int) {
        self.authorities = authorities
        self.weekBelowChildren = weekBelowChildren
    }

    /// The day itself; the Monday of its week for a small council, and where council or count is not known.
    package func kept(_ day: Day, about authority: GSSCode?) -> Day {
        let children = authority.flatMap { authorities[$0]?.childrenInCare } ?? 0
        return children < weekBelowChildren ? day.week.monday : day
    }
}
