import Hummingbird
import Pages

/// Where someone says that they took a break.
struct PauseRoutes: Sendable {
    let stretches: Stretches

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk)).post("/desk/pause", use: end)
    }

    @Sendable func end(_ request: Request, context: StaffContext) async throws -> Response {
        _ = try await context.fields(of: request)
        await stretches.end(of: try context.signedIn.name)
        return Page.seeOther("/desk")
    }
}
