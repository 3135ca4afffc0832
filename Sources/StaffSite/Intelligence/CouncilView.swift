import Concerns
import Pages
import Reinspection
import Signals
import Store

/// The view of `intelligence/council`: signals, moderated concerns and published facts of one authority.
///
/// Nothing in it comes from timing, draw or plan (`Reinspection.PlannerBrief`).
struct CouncilView: Sendable {
    let token: String
    let name: String
    let code: String
    let isInadequate: Bool
    let standing: String
    let inadequateAreas: String
    let hasWindow: Bool
    let caption: String
    let signals: [SignalRow]
    let method: String
    let policy: String
    let concerns: [ConcernRow]
    let hasConcerns: Bool
    let more: String?

    init(
        _ standing: CouncilStanding, _ brief: [SignalRow], window: (weeks: Int, through: String, method: String)?,
        concerns found: [ModeratedConcern], policy: Policy, session: Session, in pages: StaffPages
    ) {
        let words = pages.words
        token = session.formToken.text
        name = standing.authority.name
        code = standing.authority.code.description
        isInadequate = standing.isInadequate
        self.standing =
            standing.isInadequate
            ? words(
                "standingInadequate",
                [
                    "month": standing.inadequateSince?.description ?? "",
                    "months": "\(standing.monthsSinceReport ?? 0)",
                ])
            : words("standingNotInadequate")
        inadequateAreas = pages.names(of: standing.inadequateAreas)
        hasWindow = window != nil
        caption = words(
            "signalsCaption",
            [
                "weeks": "\(window?.weeks ?? 0)", "through": window?.through ?? "",
                "factor": Shown.oneDecimal(policy.signals.factor) ?? "",
            ])
        signals = brief
        method = window?.method ?? ""
        self.policy = words("policyWithVersion", ["title": policy.title, "version": policy.version])
        concerns = found.prefix(SearchForm.pageSize).map { ConcernRow($0, in: pages) }
        hasConcerns = !found.isEmpty
        more = found.count > SearchForm.pageSize ? "/intelligence?authority=\(standing.authority.code)&page=2" : nil
    }
}
