import Concerns
import Hummingbird
import Pages

/// The form on one sheet, to print, fill in by hand and post: the same questions in the same words.
struct PaperRoutes: Sendable {
    private let address: RouterPath
    private let page: FixedAnswer

    /// - Parameter postTo: where the sheet is posted to, its lines parted by `|`; empty where only advocates take it.
    /// - Throws: ``TemplateProblem`` when the template is missing.
    init(_ pages: PublicPages, postTo: String) throws(TemplateProblem) {
        address = RouterPath("\(pages.root)/paper")
        page = FixedAnswer(try pages.page("paper", PaperView(postTo: postTo, in: pages.words)))
    }

    func add(to router: Router<PublicContext>) {
        router.get(address) { [page] request, _ in page.response(to: request) }
        router.refuseOtherMethods(at: address)
    }
}

/// What stands on the sheet besides its own words: the answers to tick, and where it is posted to.
struct PaperView {
    /// The lines to write on: more than fit on the sheet, which is ruled as far as there is room.
    let lines = Array(1...20)
    let areas: [String]
    let who: [String]
    let ages: [String]
    let shares: [String]
    let hasPostTo: Bool
    /// The lines of the address on the envelope.
    let postTo: [String]

    init(postTo: String, in words: Words) {
        areas = JudgementArea.allCases.map(words.area)
        who = Teller.allCases.map { words("who-\($0.rawValue)") } + [words("ratherNotSay")]
        ages = AgeBand.allCases.map { words("age-\($0.rawValue)") } + [words("ratherNotSay")]
        shares = [Sharing.counted, .words].map { words("share-\($0.rawValue)") }
        self.postTo = postTo.split(separator: "|").map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
            .filter { !$0.isEmpty }
        hasPostTo = !self.postTo.isEmpty
    }
}
