import Hummingbird
import Pages

/// The pages that are the same for everyone and always: rendered once, when the service starts.
struct PlainRoutes: Sendable {
    private let pages: [(address: String, answer: FixedAnswer)]

    /// - Throws: ``TemplateProblem`` when a template is missing.
    init(_ pages: PublicPages, languages: [Language], onionAddress: String?) throws(TemplateProblem) {
        let choices = LanguagesView(languages, chosen: pages.words.language)
        self.pages = [
            ("\(pages.root)/", try pages.page("home", choices)),
            ("\(pages.root)/help-now", try pages.page("help-now", HelpNowView(ways: pages.helplines))),
            ("\(pages.root)/languages", try pages.page("languages", choices)),
            ("\(pages.root)/privacy", try pages.page("privacy")),
            ("\(pages.root)/stay-safe", try pages.page("stay-safe", StaySafeView(onion: onionAddress))),
            ("\(pages.root)/receipt", try pages.page("receipt/form")),
        ].map { ($0.0, FixedAnswer($0.1)) }
    }

    func add(to router: Router<PublicContext>) {
        for (address, answer) in pages {
            router.get(RouterPath(address)) { request, _ in answer.response(to: request) }
            router.refuseOtherMethods(at: RouterPath(address), takesForms: address.hasSuffix("/receipt"))
        }
    }
}

/// What the page of all helplines shows.
private struct HelpNowView {
    let ways: [HelpLink]
}

/// What the page about staying safe shows.
private struct StaySafeView {
    let onion: String?
}

/// The languages to choose from, each by its own name, with the address of its first page.
private struct LanguagesView {
    let languages: [Choice]

    struct Choice {
        let code: String
        let name: String
        let direction: String
        let address: String
        let isChosen: Bool
    }

    init(_ languages: [Language], chosen: Language) {
        self.languages = languages.map {
            Choice(
                code: $0.code, name: $0.name, direction: $0.direction, address: "\($0.root)/",
                isChosen: $0 == chosen)
        }
    }
}
