import HTTPTypes
import Hummingbird
import Pages

/// The quick way out: a blank page at once, then a page of another site that nobody asks about.
///
/// The blank page comes first because a browser may take seconds to clear what it keeps, and because Chromium brings back a
/// page with its typed words when the way out is a single redirect.
struct LeaveRoutes: Sendable {
    private let blank: Page
    private let address: String

    /// - Parameter address: a page of another site that is nothing to be noticed.
    /// - Throws: ``TemplateProblem`` when the blank page's template is missing.
    init(_ pages: PublicPages, address: String) throws(TemplateProblem) {
        blank = try pages.page("leave")
        self.address = address
    }

    /// - Parameter roots: what the addresses of each language begin with.
    func add(to router: Router<PublicContext>, roots: [String]) {
        for root in roots {
            let path = RouterPath("\(root)/leave")
            router.get(path) { [blank] _, _ in blank }
            router.refuseOtherMethods(at: path)
        }
        router.get("/leave/on") { [address] _, _ in
            var response = Page.seeOther(address)
            response.headers[.clearSiteData] = #""cache", "cookies", "storage""#
            return response
        }
        router.refuseOtherMethods(at: "/leave/on")
        router.get("/done.css") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/css; charset=utf-8", .clearSiteData: #""cache""#])
        }
        router.refuseOtherMethods(at: "/done.css")
    }
}

extension HTTPField.Name {
    /// Tells a browser to forget what it keeps of this site (W3C Clear Site Data).
    fileprivate static var clearSiteData: Self { HTTPField.Name("Clear-Site-Data") ?? .cacheControl }
}
