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
        if request.method == .post, isFromElsewhere(request) { throw HTTPError(.forbidden) }
        return try await next(request, context)
    }

    private func isFromElsewhere(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return ["cross-site", "same-site"].contains(site)
        }
        // Older browsers do not say; a page of another site sends its own origin.
        guard let origin = request.headers[.origin], origin != "null", let host = request.head.authority else {
            return false
        }
        return origin.split(separator: "://", maxSplits: 1).last.map(String.init) != host
    }
}
