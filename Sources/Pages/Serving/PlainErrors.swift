internal import HTTPTypes
package import Hummingbird

/// Turns every error into a plain page with words in it, and logs no more than the error's type.
///
/// Stock answers to 404 and 413 are empty, those to bad input are 500, and both put what was typed in the log.
package struct PlainErrors<Context: RequestContext>: RouterMiddleware {
    private let page: @Sendable (ErrorView) throws -> Page

    /// - Parameter page: renders a page for an error.
    package init(page: @escaping @Sendable (ErrorView) throws -> Page) { self.page = page }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return try answer(request, error.status, headers: error.headers)
        } catch {
            context.logFault("Unexpected error", error)
            return try answer(request, .internalServerError)
        }
    }

    private func answer(
        _ request: Request, _ status: HTTPResponse.Status, headers: HTTPFields = [:]
    ) throws -> Response {
        var page = try page(
            ErrorView(status: status, isAnswerToForm: request.method == .post, path: request.uri.path))
        page.headers = headers
        return page.response()
    }
}

/// What an error's page is made of: the keys of its words.
package struct ErrorView: Sendable {
    package let status: HTTPResponse.Status
    /// Whether something was sent that nobody will read now.
    package let isAnswerToForm: Bool
    /// What was asked for; it tells the language to answer in.
    package let path: String

    package init(status: HTTPResponse.Status, isAnswerToForm: Bool = false, path: String = "/") {
        self.status = status
        self.isAnswerToForm = isAnswerToForm
        self.path = path
    }

    /// The key of the words for the title; the text's key is the same with `Text` behind it.
    package var key: String {
        switch status.code {
        case 403: "errorForbidden"
        case 404: "errorNotFound"
        case 405: "errorNotAllowed"
        case 413: "errorTooLarge"
        case 415: "errorNotAForm"
        case 429, 503, 507: "errorBusy"
        case 500...: "errorOurs"
        default: "errorNotUnderstood"
        }
    }
}
