import Concerns
import Reinspection

/// The inspection that came after the one which opened a case, once its report is published.
///
/// Until then nobody may read anywhere that inspectors have been (T19), so there is no value for it.
struct LaterInspection: Sendable {
    let caseID: String
    /// The authority of the case, its former self, and those it came from.
    let authorities: Set<GSSCode>
    let published: ReportDate
    /// The last day before the inspection, or, where its first day is not told, the last of which it is sure that the
    /// report was not yet out; what was accepted later cannot have helped.
    let dayBefore: Day

    /// - Returns: nil while the authority has no case, or no later report on its newest case is known on `day`.
    init?(of code: GSSCode, in facts: ReinspectionFacts, asOf day: Day, policy: Policy) {
        guard let found = facts.case(of: code, asOf: day, policy: policy),
            let newest = found.closing ?? found.later.last,
            newest.published.knownBy > found.opening.published.knownBy,
            let earliest = newest.published.earliest
        else { return nil }
        caseID = found.id
        authorities = facts.authorities.lineage(of: code)
        published = newest.published
        dayBefore = (newest.began ?? earliest) + -1
    }
}

extension ReportDate {
    /// The first day that the text can mean: that of the month or the year where it names no day.
    fileprivate var earliest: Day? { try? Day(description + "-01-01".suffix("2015-06-05".count - description.count)) }
}
