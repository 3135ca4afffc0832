import Concerns
import Pages
import Store

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
    let reply: String?
    let history: [ReviewView.History]
    let hasHistory: Bool

    /// - Parameter form: what was sent all the same; nil where the concern was only to be opened.
    init(
        _ concern: DeskConcern, _ claimed: ClaimedByOther, form: ReviewForm?, token: String, in pages: StaffPages
    ) {
        self.token = token
        id = concern.summary.id.description
        shortID = String(id.prefix(6))
        isDanger = concern.summary.urgency == .dangerNow
        says = pages.words("claimedSays", ["name": claimed.name, "for": pages.span(minutes: claimed.minutes)])
        typed = form?.typed(in: pages) ?? []
        hasTyped = !typed.isEmpty
        reply = form.flatMap { $0.reply.isEmpty ? nil : $0.reply }
        history = concern.decisions.map { ReviewView.History($0, in: pages) }
        hasHistory = !history.isEmpty
    }
}

extension ReviewForm {
    /// What was chosen, as far as they say something without the words they are about.
    func typed(in pages: StaffPages) -> [ReviewView.Fact] {
        let areas = JudgementArea.allCases.filter { self.areas.contains($0.rawValue) }
        let council = self.council.isEmpty ? (try? GSSCode(authority)).map { pages.name(of: $0) } : self.council
        let said: [(String, String?)] = [
            (
                "decisionTitle",
                ModerationDecision(rawValue: decision).map { pages.said("staffDecision", $0.rawValue) }
            ),
            ("columnUrgency", Urgency(rawValue: urgency).map { pages.said("staffUrgency", $0.rawValue) }),
            ("areasTitle", areas.isEmpty ? nil : pages.names(of: areas)), ("columnCouncil", council),
            ("addText", additions.isEmpty ? nil : additions.map(\.text).joined(separator: "; ")),
        ]
        return said.compactMap { key, value in value.map { ReviewView.Fact(label: pages.words(key), value: $0) } }
    }
}
