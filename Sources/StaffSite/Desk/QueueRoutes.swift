import Concerns
import Hummingbird
import Pages
import Receiving
import Store
import Triage

/// The queue of the moderation desk: what waits, what runs out, and who has what.
struct QueueRoutes: Sendable {
    private static let pageSize = 100

    let pages: StaffPages
    let desk: Desk
    let board: QueueBoard
    let door: ClaimDoor
    let dueTimes: DueTimes
    let likeness: LikenessFinder
    let quality: Quality
    let rules: ModerationRules
    let secondsNow: @Sendable () -> Int

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk)).get("/desk", use: queue)
    }

    @Sendable func queue(_ request: Request, context: StaffContext) async throws -> Page {
        let session = try context.signedIn
        let query = FormFields(bytes: (request.uri.query ?? "").utf8)
        let now = secondsNow()
        let list = try await board.list(of: desk, due: dueTimes, openedWith: session.teamKey, atSecond: now)
        let claims = await door.all()
        let filter = QueueFilter(query)
        let admitted = filter.admitted(
            from: list.entries, own: Set(claims.filter { $0.value.name == session.name }.keys),
            at: DueMinute(ofSecond: now))
        let page = PageNumber(query["page"], of: admitted.count, perPage: Self.pageSize)
        let look = QueueLook(
            list: list, admitted: admitted, filter: filter,
            page: page, claims: claims,
            campaigns: try await likeness.campaigns(among: page.rows(of: admitted).map(\.concern)),
            quarantine: try await desk.countsQuarantined(), targets: dueTimes.targets, now: now)
        let notice = query["done"].flatMap(ModerationDecision.init).map { pages.said("staffDone", $0.rawValue) }
        let marks = QualityMarks(
            toRead: try await quality.countToRead(by: session.name), withheld: try await quality.withheld().count,
            for: session, in: pages)
        let view = QueueView(look, marks: marks, notice: notice, rules: rules, session: session, in: pages)
        return try pages.page("desk/queue", view, for: session)
    }
}
