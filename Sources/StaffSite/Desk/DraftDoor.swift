import Concerns
import HTTPTypes
import Hummingbird
import Pages

/// Keeps a form about a concern that comes when its session is over, before whoever sent it is asked to sign in.
///
/// It takes only forms that were made here for a signed-in moderator about that concern, so that nobody else can write
/// drafts.
struct DraftDoor: RouterMiddleware {
    let drafts: Drafts

    func handle(
        _ request: Request, context: StaffContext, next: (Request, StaffContext) async throws -> Response
    ) async throws -> Response {
        guard context.session == nil else {
            do {
                return try await next(request, context)
            } catch let earlier as FormOfEarlierSession {
                return Page.seeOther(Drafts.address(of: earlier.concern, by: earlier.author))
            }
        }
        guard request.method == .post, let concern = try? ConcernID(context.parameters.get("id") ?? ""),
            let fields = try? await FormFields.of(request),
            let author = try await drafts.author(of: fields, about: concern),
            try await drafts.keep(fields, about: concern, by: author)
        else { return try await next(request, context) }
        let back = WayBack(Drafts.address(of: concern, by: author))
        return Page.seeOther("/sign-in?next=" + back.inQuery + "&lost=draft")
    }
}

/// A form that was made before its moderator signed in again; it was kept as a draft and changed nothing.
struct FormOfEarlierSession: Error {
    let concern: ConcernID
    let author: String
}
