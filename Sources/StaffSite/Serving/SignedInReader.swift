import Hummingbird
import Store

/// Finds out who is signed in, before any page is made.
///
/// A session ends at once when its account is disabled, reset or given another role.
struct SignedInReader: RouterMiddleware {
    let sessions: Sessions
    let accounts: Accounts
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
            } else {
                await sessions.close(key)
            }
        }
        return try await next(request, context)
    }
}
