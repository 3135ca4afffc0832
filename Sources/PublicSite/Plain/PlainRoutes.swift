import Hummingbird
import Pages

/// The pages that are the same for everyone and always: rendered once, when the service starts.
struct PlainRoutes: Sendable {
    private let pages: [(address: String, page: Page)]

    /// - Throws: ``TemplateProblem`` when a template is missing.
    init(_ pages: PublicPages) throws(TemplateProblem) {
        self.pages = [
            ("/", try pages.page("home")),
            ("/help-now", try pages.page("help-now", HelpNowView(ways: pages.helplines))),
            ("/privacy", try pages.page("privacy")),
            ("/stay-safe", try pages.page("stay-safe")),
        ]
    }

    func add(to router: Router<PublicContext>) {
        for (address, page) in pages {
            router.get(RouterPath(address)) { _, _ in page }
            router.refuseOtherMethods(at: RouterPath(address))
        }
    }
}

/// What the page of all helplines shows.
private struct HelpNowView {
    let ways: [HelpLink]
}
