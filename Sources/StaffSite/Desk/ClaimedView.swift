import Concerns
import Pages
import Store
import Triage

/// The view of `desk/claimed`: a concern that another moderator has, without its words; and what was typed about it before
/// it was taken over, so that nothing typed is lost.
struct ClaimedView: Sendable {
    let token: String
    let id: String
    let shortID: String
    let isDanger: Bool
    /// Who has it, and for how long.
    let says: String
    let hasTyped: Bool
    let typed: [ReviewView.Fact]
    let history: [ReviewView.History]
    let hasHistory: Bool

    /// - Parameter form: what was sent all the same; nil where the concern was only to be opened.
    init(
        _ concern: DeskConcern, _ claimed: ClaimedByOther, typed form: ReviewForm?, rules: DecisionRules, token: String,
        in pages: StaffPages
    ) {
        self.token = token
        id = concern.summary.id.description
        shortID = String(id.prefix(6))
        isDanger = concern.summary.urgency == .dangerNow
        says = pages.words("claimedSays", ["name": claimed.name, "for": pages.span(minutes: claimed.minutes)])
        typed = form.map { ReviewView.filledIn($0, in: pages) } ?? []
        hasTyped = !typed.isEmpty
        history = ReviewView.History.all(of: concern, rules, in: pages)
        hasHistory = !history.isEmpty
    }
}
