internal import HTTPTypes
package import Hummingbird

/// Refuses forms that another site's page sent, in words (403); a page of a sibling host is another site's too.
///
/// `Origin: null` is accepted: with `Referrer-Policy: no-referrer` our own forms send it.
package struct SameSitePosts<Context: RequestContext>: RouterMiddleware {
    package init() {}

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.method == .post, let name = HTTPField.Name("Sec-Fetch-Site"),
            ["cross-site", "same-site"].contains(request.headers[name])
        {
            throw HTTPError(.forbidden)
        }
        return try await next(request, context)
    }
}
