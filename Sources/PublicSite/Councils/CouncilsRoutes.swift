import Concerns
import Hummingbird
import Pages

/// What inspectors said about each council, from published facts only (T9).
struct CouncilsRoutes: Sendable {
    private let pages: PublicPages
    private let authorities: Authorities
    private let standing: @Sendable (GSSCode) async throws -> CouncilStanding?
    private let list: Page

    /// - Throws: ``TemplateProblem`` when the list's template is missing.
    init(
        _ pages: PublicPages, authorities: Authorities,
        standing: @escaping @Sendable (GSSCode) async throws -> CouncilStanding?
    ) throws(TemplateProblem) {
        self.pages = pages
        self.authorities = authorities
        self.standing = standing
        list = try pages.page("councils/list", CouncilsView(authorities))
    }

    func add(to router: Router<PublicContext>) {
        router.get("/councils") { [list] _, _ in list }
        router.get("/councils/:gss") { _, context in try await council(context.parameters.get("gss") ?? "") }
        router.refuseOtherMethods(at: "/councils")
        router.refuseOtherMethods(at: "/councils/:gss")
    }

    private func council(_ code: String) async throws -> Response {
        guard let code = try? GSSCode(code.uppercased()), let authority = authorities[code] else {
            throw HTTPError(.notFound)
        }
        let today = authorities.today(of: code)
        if today.count != 1 {
            return try pages.page("councils/split", SplitView(authority, now: today)).response()
        }
        if today[0].code != code { return Page.seeOther(CouncilLink(today[0]).address) }
        let standing = try await standing(code)
        return try pages.page("councils/council", CouncilView(today[0], standing, in: pages.words)).response()
    }
}

/// A council's name with the address of its page.
struct CouncilLink {
    let name: String
    let address: String

    init(_ authority: Authority) {
        name = authority.name
        address = "/councils/\(authority.code)"
    }
}

/// What the list of all councils shows: today's councils by their first letter.
struct CouncilsView {
    let letters: [Letter]

    /// The councils whose names begin with one letter.
    struct Letter {
        let letter: String
        let councils: [CouncilLink]
    }

    init(_ authorities: Authorities) {
        letters = Dictionary(grouping: authorities.current) { String($0.name.prefix(1)) }
            .sorted { $0.key < $1.key }
            .map { Letter(letter: $0.key, councils: $0.value.map(CouncilLink.init)) }
    }
}

/// What is shown for a council that has become several.
struct SplitView {
    let name: String
    let councils: [CouncilLink]

    init(_ former: Authority, now: [Authority]) {
        name = former.name
        councils = now.map(CouncilLink.init)
    }
}
