import Concerns
import Hummingbird
import Pages

/// An Atom feed of each council for children-in-care councils: what is published about it and nothing else.
struct FeedRoutes: Sendable {
    private let pages: PublicPages
    private let facts: PublicFacts
    private let today: @Sendable () -> Day
    private let address: PrintedAddress

    /// - Parameters:
    ///   - today: tells which month the bands end with.
    ///   - address: where the site is found, such as `https://earshot.example`.
    init(_ pages: PublicPages, facts: PublicFacts, today: @escaping @Sendable () -> Day, address: String) {
        self.pages = pages
        self.facts = facts
        self.today = today
        self.address = PrintedAddress(address)
    }

    func add(to router: Router<PublicContext>) {
        let path = RouterPath("\(pages.root)/councils/:gss/feed.atom")
        router.get(path) { _, context in
            try await CouncilAddress(context.parameters.get("gss") ?? "", in: facts.authorities)
                .answer(at: "/feed.atom", in: pages, with: feed(of:))
        }
        router.refuseOtherMethods(at: path)
    }

    private func feed(of authority: Authority) async throws -> Response {
        let view = FeedView(
            authority, try await facts.standing(authority.code), bands: try await facts.bands(authority.code),
            until: today().month + -1, address: address, in: pages.words)
        var page = try pages.page("feed", view)
        page.contentType = "application/atom+xml; charset=utf-8"
        return page.response()
    }
}
