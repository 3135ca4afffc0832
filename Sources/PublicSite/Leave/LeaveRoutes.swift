import HTTPTypes
import Hummingbird
import Pages

/// The quick way out: a blank page at once, then a page of another site that nobody asks about.
///
/// The blank page comes first because browsers may take seconds to clear what they keep.
struct LeaveRoutes: Sendable {
    private let blank: Page
    private let address: String

    /// - Parameter address: a page of another site that is nothing to be noticed.
    /// - Throws: ``TemplateProblem`` when the blank page's template is missing.
    init(_ pages: PublicPages, address: String) throws(TemplateProblem) {
        blank = try pages.page("leave")
        self.address = address
    }

    func add(to router: Router<PublicContext>) {
        router.get("/leave") { [blank] _, _ in blank }
        router.get("/leave/on") { [address] _, _ in
            var response = Page.seeOther(address)
            if let name = HTTPField.Name("Clear-Site-Data") {
                response.headers[name] = #""cache", "cookies", "storage""#
            }
            return response
        }
        for address in ["/leave", "/leave/on"] { router.refuseOtherMethods(at: RouterPath(address)) }
    }
}
