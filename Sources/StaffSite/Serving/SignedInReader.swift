import Concerns
import Hummingbird
import Store
import Triage

/// Finds out who is signed in, before any page is made.
///
/// A session ends at once when its account is disabled, reset or given another role.
struct SignedInReader: RouterMiddleware {
    let sessions: Sessions
    let accounts: Accounts
    let pauseRules: PauseRules
    let secondsNow: @Sendable () -> Int

    func handle(
        _ request: Request, context: StaffContext, next: (Request, StaffContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let key = SessionCookie.key(in: request),
            let session = await sessions.session(
                under: key, atSecond: secondsNow(), isUse: !OwnAccord.isHow(request))
        {
            if session.isStill(try await accounts.account(named: session.name)) {
                context.session = session
                if request.uri.path.hasPrefix(StaffRoom.desk.address), session.role.opensOriginals {
                    context.session?.pause = await sessions.stretches.note(
                        session.name, atSecond: secondsNow(), by: pauseRules)
                }
            } else {
                await sessions.close(key)
            }
        }
        return try await next(request, context)
    }
}
