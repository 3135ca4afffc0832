import Concerns
import Hummingbird
import Pages

/// What inspectors said about each council, and what young people told us there: published facts and bands only (T9).
struct CouncilsRoutes: Sendable {
    private let pages: PublicPages
    private let facts: PublicFacts
    private let today: @Sendable () -> Day
    private let list: FixedAnswer

    /// - Throws: ``TemplateProblem`` when the list's template is missing.
    init(_ pages: PublicPages, facts: PublicFacts, today: @escaping @Sendable () -> Day) throws(TemplateProblem) {
        self.pages = pages
        self.facts = facts
        self.today = today
        list = FixedAnswer(try pages.page("councils/list", CouncilsView(facts.authorities, root: pages.root)))
    }

    func add(to router: Router<PublicContext>) {
        let (all, one) = (RouterPath("\(pages.root)/councils"), RouterPath("\(pages.root)/councils/:gss"))
        router.get(all) { [list] request, _ in list.response(to: request) }
        router.post(all) { request, _ in try await find(FormFields.of(request)) }
        router.get(one) { request, context in
            try await CouncilAddress(context.parameters.get("gss") ?? "", in: facts.authorities)
                .answer(in: pages) { FixedAnswer(try await council($0)).response(to: request) }
        }
        router.refuseOtherMethods(at: all, takesForms: true)
        router.refuseOtherMethods(at: one)
    }

    /// What was typed goes with the form and not in the address, which a browser would remember.
    private func find(_ fields: FormFields) throws -> Response {
        guard let typed = fields.text("council") else {
            return try pages.answer("councils/list", CouncilsView(facts.authorities, root: pages.root)).response()
        }
        switch facts.authorities.named(typed) {
        case .one(let authority): return Page.seeOther(CouncilLink(authority, root: pages.root).address)
        case .ask(let possible): return try answer(typed, possible)
        case .unknown: return try answer(typed, [])
        }
    }

    private func answer(_ typed: String, _ possible: [Authority]) throws -> Response {
        let view = CouncilsView(facts.authorities, root: pages.root, typed: typed, found: possible)
        return try pages.answer("councils/list", view).response()
    }

    private func council(_ authority: Authority) async throws -> Page {
        let view = CouncilView(
            authority, try await facts.standing(authority.code), bands: try await facts.bands(authority.code),
            until: today().month + -1, in: pages.words)
        return try pages.page("councils/council", view)
    }
}

/// A council's name with the address of its page.
struct CouncilLink {
    let name: String
    let address: String

    /// - Parameter root: what the addresses of the page's language begin with.
    init(_ authority: Authority, root: String) {
        name = authority.name
        address = "\(root)/councils/\(authority.code)"
    }
}

/// What the page of all councils shows: where to type a name, and today's councils by their first letter.
struct CouncilsView {
    let typed: String
    /// Whether what was typed names no council.
    let isUnknown: Bool
    let isSeveral: Bool
    let found: [CouncilLink]
    let hasLetters: Bool
    let letters: [Letter]

    /// The councils whose names begin with one letter.
    struct Letter {
        let letter: String
        let councils: [CouncilLink]
    }

    /// - Parameter found: what a typed name may mean; nil where nothing was typed.
    init(_ authorities: Authorities, root: String, typed: String = "", found: [Authority]? = nil) {
        self.typed = typed
        isUnknown = found?.isEmpty ?? false
        isSeveral = found?.isEmpty == false
        self.found = (found ?? []).map { CouncilLink($0, root: root) }
        letters =
            isSeveral
            ? []
            : Dictionary(grouping: authorities.current) { String($0.name.prefix(1)) }
                .sorted { $0.key < $1.key }
                .map { Letter(letter: $0.key, councils: $0.value.map { CouncilLink($0, root: root) }) }
        hasLetters = !letters.isEmpty
    }
}

/// What is shown for a council that has become several.
struct SplitView {
    let name: String
    let councils: [CouncilLink]

    init(_ former: Authority, now: [Authority], root: String) {
        name = former.name
        councils = now.map { CouncilLink($0, root: root) }
    }
}
