import HTTPTypes
import Hummingbird
import Pages

/// Lets only the roles of one room in, and only forms that carry the session's token.
///
/// Whoever is not signed in is sent to sign in and brought back; the wrong role gets 403 in words.
struct RoomDoor: RouterMiddleware {
    let room: StaffRoom

    func handle(
        _ request: Request, context: StaffContext, next: (Request, StaffContext) async throws -> Response
    ) async throws -> Response {
        guard let session = context.session else {
            // Each form is sent to the address of the page that holds it.
            let signIn = "/sign-in?next=" + WayBack(request.uri.description).inQuery
            let lostAForm = request.method == .post && SessionCookie.key(in: request) != nil
            return Page.seeOther(lostAForm ? signIn + "&lost=form" : signIn)
        }
        guard room.roles.contains(session.role) else { throw HTTPError(.forbidden) }
        return try await next(request, context)
    }
}

extension StaffContext {
    /// The session of a page behind a ``RoomDoor``.
    ///
    /// - Throws: `HTTPError` 403 where there is none, should a route ever be added outside its door.
    var signedIn: Session {
        get throws {
            guard let session else { throw HTTPError(.forbidden) }
            return session
        }
    }

    /// The fields of a form sent by this session.
    ///
    /// - Throws: `HTTPError` 403 when the form does not carry the session's token; 413 and 415 as ``FormFields``.
    func fields(of request: Request) async throws -> FormFields {
        let fields = try await FormFields.of(request)
        guard try signedIn.formToken.isSame(as: fields["token"] ?? "") else { throw HTTPError(.forbidden) }
        return fields
    }
}
