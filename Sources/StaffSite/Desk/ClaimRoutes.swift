import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store

/// Taking a concern over from another moderator, and putting one back.
struct ClaimRoutes: Sendable {
    let desk: Desk
    let door: ClaimDoor
    let log: Log
    let today: @Sendable () -> Day

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            .post("/desk/{id}/take-over", use: takeOver)
            .post("/desk/{id}/put-back", use: putBack)
    }

    /// Takes a concern over at once, be it danger: whoever has it may have been called away.
    ///
    /// The log says so before its words open.
    @Sendable func takeOver(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        _ = try await context.fields(of: request)
        guard let id = try? ConcernID(context.parameters.get("id") ?? ""), let concern = try await desk.concern(id)
        else { throw HTTPError(.notFound) }
        if concern.summary.state.isOpen, session.teamKey != nil {
            try await log.append(
                LogLine(day: today(), who: session.name, did: "took over", about: id.description))
            await door.takeOver(id, session)
        }
        return Page.seeOther("/desk/\(id)")
    }

    @Sendable func putBack(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        _ = try await context.fields(of: request)
        guard let id = try? ConcernID(context.parameters.get("id") ?? "") else { throw HTTPError(.notFound) }
        await door.putBack(id, session)
        return Page.seeOther("/desk")
    }
}
