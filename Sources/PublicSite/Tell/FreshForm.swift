import Concerns
import Pages

/// The form as everyone first gets it, rendered once but for the token: its 150 councils take milliseconds to render.
struct FreshForm: Sendable {
    private let beforeToken: String
    private let afterToken: String

    /// - Throws: ``TemplateProblem`` when the template is missing, or does not hold the token exactly once.
    init(_ pages: PublicPages, authorities: Authorities) throws(TemplateProblem) {
        let mark = "the-token-stands-here"
        let html = try pages.page("tell/form", TellView(token: mark, authorities: authorities, in: pages.words)).html
        let parts = html.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw TemplateProblem(template: "tell/form", says: "it must hold the token exactly once")
        }
        beforeToken = String(parts[0])
        afterToken = String(parts[1])
    }

    func page(token: String) -> Page { Page(html: beforeToken + token + afterToken) }
}
