/// What everyone may know about the last judgements of one council: published facts only.
///
/// It holds nothing that was planned, so that a page made of it is the same whether or not anything has been (T19).
package struct CouncilStanding: Hashable, Sendable {
    package let authority: Authority
    /// The day of the newest published report, if there is one.
    package let reportPublished: Day?
    /// The areas that the newest report which counts called inadequate; empty when it called none so or nothing was judged.
    package let inadequateAreas: [JudgementArea]
    /// Whether the authority stands judged inadequate.
    package let isInadequate: Bool
    /// Whole months from ``newestInadequateReport`` to today.
    package let monthsSinceReport: Int?
    /// The month by which inspectors must be back at the latest (P31, P32); nil while the statement's date is unknown.
    package let latestReturn: Month?
    /// The month of the report that opened the case, for “judged inadequate in March 2026”.
    package let inadequateSince: Month?
    /// The month of the newest report that called it inadequate; the statement that is waited for answers that report.
    package let newestInadequateReport: Month?

    package init(
        authority: Authority, reportPublished: Day?, inadequateAreas: [JudgementArea], isInadequate: Bool,
        monthsSinceReport: Int?, latestReturn: Month?, inadequateSince: Month? = nil,
        newestInadequateReport: Month? = nil
    ) {
        self.authority = authority
        self.reportPublished = reportPublished
        self.inadequateAreas = inadequateAreas
        self.isInadequate = isInadequate
        self.monthsSinceReport = monthsSinceReport
        self.latestReturn = latestReturn
        self.inadequateSince = inadequateSince
        self.newestInadequateReport = newestInadequateReport
    }
}
