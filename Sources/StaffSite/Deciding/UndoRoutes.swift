import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store

/// Undoing what one did last at the desk.
struct UndoRoutes: Sendable {
    let pages: StaffPages
    let deciding: Deciding

    func add(to router: Router<StaffContext>) {
        router.group().add(middleware: RoomDoor(room: .desk))
            // Where a session ended meanwhile, signing in leads back here.
            .get("/desk/undo") { _, _ in Page.seeOther("/desk") }
            .post("/desk/undo", use: undo)
    }

    @Sendable func undo(_ request: Request, context: StaffContext) async throws -> Response {
        let session = try context.signedIn
        _ = try await context.fields(of: request)
        guard let last = await deciding.undoable(by: session) else {
            return try page("undoIsTooLate", session)
        }
        do {
            try await deciding.desk.undo(last, by: session.name, on: deciding.today())
        } catch {
            let key =
                switch error {
                case .isNotTheLast: "undoIsNotTheLast"
                case .isNotYours: "undoIsNotYours"
                case .isErased: "undoIsErased"
                case .hasOpinion: "undoHasOpinion"
                case .partIsDecided: "undoPartIsDecided"
                case .store(let problem): throw problem
                }
            await deciding.last.forget(of: session)
            return try page(key, session)
        }
        await deciding.last.forget(of: session)
        return Page.seeOther("/desk?done=\(Done.undo.rawValue)")
    }

    private func page(_ key: String, _ session: Session) throws -> Response {
        let view = NotUndoneView(token: session.formToken.text, says: pages.words(key))
        return try pages.page("desk/not-undone", view, for: session, status: .conflict).response()
    }
}

/// The view of `desk/not-undone`.
struct NotUndoneView: Sendable {
    let token: String
    let says: String
}
