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
    let areasTitle: String
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
        self.standing = pages.said(standing)
        let report = standing.newestInadequateReport ?? standing.inadequateSince
        areasTitle = words("standingAreas", ["month": report?.description ?? ""])
        inadequateAreas = pages.names(of: standing.inadequateAreas)
        hasWindow = window != nil
        caption = words(
            "signalsCaption",
            [
                "weeks": "\(window?.weeks ?? 0)", "through": window?.through ?? "",
                "factor": Shown.oneDecimal(policy.signals.factor) ?? "",
            ])
        signals = brief
        method = pages.method(window?.method ?? "")
        self.policy = words("policyWithVersion", ["title": policy.title, "version": policy.version])
        concerns = found.prefix(SearchForm.pageSize).map { ConcernRow($0, in: pages) }
        hasConcerns = !found.isEmpty
        more = found.count > SearchForm.pageSize ? "/intelligence?authority=\(standing.authority.code)&page=2" : nil
    }
}

extension StaffPages {
    /// What the reports say of a council; one judged inadequate more than once is told so.
    func said(_ standing: CouncilStanding) -> String {
        guard standing.isInadequate, let since = standing.inadequateSince else { return words("standingNotInadequate") }
        let newest = standing.newestInadequateReport ?? since
        return words(
            newest == since ? "standingInadequate" : "standingInadequateAgain",
            [
                "month": since.description, "newest": newest.description,
                "months": "\(standing.monthsSinceReport ?? 0)",
            ])
    }

    /// An engine's method in words, with its version; the name itself where there are no words for it.
    func method(_ name: String) -> String {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let title = title(of: parts[0]) else { return name }
        return words("methodVersion", ["title": title, "version": parts[1]])
    }

    private func title(of method: String) -> String? {
        let title = said("staffMethod", method)
        return title.hasPrefix("staffMethod") ? nil : title
    }
}
