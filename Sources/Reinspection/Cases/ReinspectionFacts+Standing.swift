package import Concerns
import FactFiles

extension ReinspectionFacts {
    /// What everyone may know of one council; nil when the code is no authority's.
    ///
    /// It is made of published reports and the published day of the statement, and takes nothing else: it cannot tell
    /// whether a return is planned (T19).
    package func standing(
        of code: GSSCode, asOf: Day, statement: Day?, policy: Policy? = nil
    ) -> CouncilStanding? {
        guard let authority = authorities[code] else { return nil }
        let policy = policy ?? defaultPolicy
        let newest = newestJudgement(of: code, asOf: asOf)
        let open = self.case(of: code, asOf: asOf, policy: policy).flatMap { $0.isOpen ? $0 : nil }
        let since = open?.opening.published.knownBy
        let newestInadequate = open?.standing.published.knownBy
        let limit = open.flatMap { clock(of: $0, statement: statement, asOf: asOf, policy: policy).limit }
        return CouncilStanding(
            authority: authority, reportPublished: newest?.published.knownBy,
            inadequateAreas: (open?.standing ?? newest)?.inadequateAreas ?? [], isInadequate: open != nil,
            monthsSinceReport: newestInadequate?.wholeMonths(to: asOf),
            latestReturn: limit?.month,
            inadequateSince: since?.month, newestInadequateReport: newestInadequate?.month)
    }

    /// The clock of a case, with the due time of its statement under the framework it was judged by.
    package func clock(of reinspection: ReinspectionCase, statement: Day?, asOf: Day, policy: Policy) -> Clock {
        let framework = framework(reinspection.standing.framework)
        return Clock(
            of: reinspection, statement: statement, dueWorkingDays: framework?.statementDueWorkingDays.value ?? 0,
            asOf: asOf, policy: policy, workingDays: workingDays)
    }
}
