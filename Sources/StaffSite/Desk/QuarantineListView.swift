import Concerns
import Pages
import Store

/// The view of `desk/quarantine`: what waits there, danger first, and nothing of what it holds.
struct QuarantineListView: Sendable {
    let token: String
    let notice: String?
    let caption: String
    let rows: [Row]
    let isEmpty: Bool
    /// The addresses of the pages beside this one; nil at the ends.
    let earlier: String?
    let later: String?

    struct Row: Sendable {
        let id: String
        /// The beginning of the number, for the link.
        let shortID: String
        let isDanger: Bool
        let urgency: String
        let reason: String
        let council: String
        let arrivedOn: String
        let channel: String
    }

    /// - Parameter waiting: those of one page.
    init(_ waiting: [Quarantined], page: PageNumber, notice: String?, token: String, in pages: StaffPages) {
        self.token = token
        self.notice = notice
        caption = pages.words(
            "quarantineCaption",
            [
                "from": "\(page.shown?.lowerBound ?? 0)", "to": "\(page.shown?.upperBound ?? 0)",
                "count": "\(page.count)",
            ])
        rows = waiting.map { entry in
            Row(
                id: entry.id.description, shortID: String(entry.id.description.prefix(6)),
                isDanger: entry.urgency == .dangerNow,
                urgency: entry.urgency.map { pages.said("staffUrgency", $0.rawValue) }
                    ?? pages.words("urgencyNotKnown"),
                reason: entry.reason, council: pages.name(of: entry.authority),
                arrivedOn: entry.arrivedOn.description, channel: pages.said("staffChannel", entry.channel.rawValue))
        }
        isEmpty = waiting.isEmpty
        earlier = page.before.map { "/desk/quarantine?page=\($0)" }
        later = page.after.map { "/desk/quarantine?page=\($0)" }
    }
}
