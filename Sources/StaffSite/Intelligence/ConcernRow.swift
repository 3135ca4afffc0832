import Concerns
import Pages
import Store

/// A moderated concern as inspectors read it.
struct ConcernRow: Sendable {
    let council: String
    let code: String
    let week: String
    let areas: String
    let urgency: String
    let teller: String
    let text: String

    init(_ concern: ModeratedConcern, in pages: StaffPages) {
        council = pages.name(of: concern.authority)
        code = concern.authority.description
        week = concern.week.description
        areas = pages.names(of: concern.areas)
        urgency = pages.said("staffUrgency", concern.urgency.rawValue)
        teller = pages.said("staffTeller", concern.teller?.rawValue ?? "not-said")
        text = concern.text.description
    }
}
