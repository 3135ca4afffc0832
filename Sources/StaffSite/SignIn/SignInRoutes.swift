import Concerns
import HTTPTypes
import Hummingbird
import Pages
import Store

/// Signing in and out.
struct SignInRoutes: Sendable {
    let pages: StaffPages
    let credentials: Credentials
    let sessions: Sessions
    let log: Log
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    func add(to router: Router<StaffContext>) {
        router.get("/sign-in", use: form)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out", use: signOut)
    }

    @Sendable func form(_ request: Request, context: StaffContext) async throws -> Page {
        if let session = context.session {
            let hasRooms = !StaffRoom.open(to: session.role).isEmpty
            return try pages.page(
                "sign-in/signed-in", SignedInView(token: session.formToken.text, hasRooms: hasRooms), for: session)
        }
        let query = request.uri.queryParameters
        let next = WayBack(query["next"].map(String.init))
        let lost = SessionCookie.key(in: request) == nil ? nil : query["lost"]
        let notice = lost.map { pages.words($0 == "draft" ? "signedOutDraftKept" : "signedOutMeanwhile") }
        let view = SignInView(next: next, notice: notice)
        return try pages.page("sign-in/form", view, for: nil)
    }

    @Sendable func signIn(_ request: Request, context: StaffContext) async throws -> Response {
        let fields = try await FormFields.of(request)
        let next = WayBack(fields["next"])
        let name = fields.text("name") ?? ""
        var generator = SystemRandomNumberGenerator()
        let session: Session?
        do {
            session = try await credentials.session(
                name: name, password: fields["password"] ?? "", code: fields["code"] ?? "", on: today(),
                atSecond: secondsNow(), formToken: SecretText(using: &generator))
        } catch is GateIsFull {
            throw HTTPError(.serviceUnavailable)
        } catch is TooManyFailures {
            let view = SignInView(name: name, next: next, problem: pages.words("signInTooOften"))
            return try pages.page("sign-in/form", view, for: nil, status: .tooManyRequests).response()
        }
        guard let session else {
            let view = SignInView(name: name, next: next, problem: pages.words("signInFailed"))
            return try pages.page("sign-in/form", view, for: nil, status: .unprocessableContent).response()
        }
        try await log.append(LogLine(day: today(), who: session.name, did: "signed in", about: session.name))
        if let former = SessionCookie.key(in: request) { await sessions.close(former) }
        let key = SecretText(using: &generator)
        await sessions.open(session, under: key, atSecond: secondsNow())
        var response = Page.seeOther(next.destination(among: StaffRoom.open(to: session.role)))
        SessionCookie.set(key, on: &response)
        return response
    }

    @Sendable func signOut(_ request: Request, context: StaffContext) async throws -> Response {
        if let session = context.session, let key = SessionCookie.key(in: request) {
            _ = try await context.fields(of: request)
            await sessions.close(key)
            try await log.append(LogLine(day: today(), who: session.name, did: "signed out", about: session.name))
        }
        var response = Page.seeOther("/sign-in")
        SessionCookie.clear(on: &response)
        return response
    }
}
