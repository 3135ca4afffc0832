import Concerns
import Hummingbird
import Pages
import Store

/// What imports made of what they found, for the moderators: counts, and no line about any one message.
struct ImportsRoutes: Sendable {
    /// How far back the page goes.
    private static let daysShown = 90

    let pages: StaffPages
    let desk: Desk
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk)).get("/desk/imports", use: list)
    }

    @Sendable func list(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let reports = try await desk.imports(since: today() + -Self.daysShown)
        let view = ImportsView(reports, daysShown: Self.daysShown, token: session.formToken.text, in: pages)
        return try pages.page("desk/imports", view, for: session)
    }
}

/// The view of `desk/imports`.
struct ImportsView: Sendable {
    let token: String
    let caption: String
    let rows: [Row]
    let isEmpty: Bool

    struct Row: Sendable {
        let day: String
        let way: String
        let who: String
        let outcome: String
        let reason: String
        let count: String
    }

    init(_ reports: [ImportReport], daysShown: Int, token: String, in pages: StaffPages) {
        self.token = token
        caption = pages.words("importsCaption", ["days": "\(daysShown)"])
        rows = reports.flatMap { report in
            report.counts.map { counted in
                Row(
                    day: report.day.description, way: pages.said("staffImportWay", report.way.rawValue),
                    who: report.who, outcome: pages.said("staffOutcome", counted.outcome), reason: counted.reason,
                    count: "\(counted.count)")
            }
        }
        isEmpty = rows.isEmpty
    }
}
