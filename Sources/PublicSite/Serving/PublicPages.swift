import HTTPTypes
import Pages
import Triage

/// Renders the young people's pages in one language, each with help in the same place.
struct PublicPages: Sendable {
    /// No more stand on top of each page, or a phone shows nothing else.
    private static let mostOnEveryPage = 3

    let words: Words
    /// All ways to help that are sure, the most urgent first.
    let helplines: [HelpLink]
    let onEveryPage: [HelpLink]
    private let templates: Templates
    /// How many bytes help takes that comes before everything else; an answer without it leaves them free.
    private var helpRoom = 0

    /// - Throws: ``TemplateProblem`` when a template is missing that the room for help is measured with.
    init(templates: Templates, words: Words, helplines: [Helpline]) throws(TemplateProblem) {
        self.templates = templates
        self.words = words
        self.helplines = helplines.filter(Self.isSure).compactMap { HelpLink($0, in: words) }
        onEveryPage = helplines.filter(\.isOnEveryPage).prefix(Self.mostOnEveryPage).compactMap {
            HelpLink($0, in: words)
        }
        let (calm, inDanger) = (try page("receipt/form"), try page("receipt/form", leadsWithHelp: true))
        helpRoom = inDanger.html.utf8.count - calm.html.utf8.count
    }

    /// A wrong number can cost a child the courage to try the next one, so only sure ones are shown.
    private static func isSure(_ helpline: Helpline) -> Bool {
        helpline.confidence == .high || helpline.checkedOn != nil
    }

    /// What all addresses begin with in this language.
    var root: String { words.language.root }

    /// - Throws: ``TemplateProblem`` when there is no such template.
    func page(
        _ name: String, _ view: Any = (), status: HTTPResponse.Status = .ok, leadsWithHelp: Bool = false
    ) throws(TemplateProblem) -> Page {
        try templates.page(
            name, view, in: words, status: status, leadsWithHelp: leadsWithHelp,
            helplines: onEveryPage)
    }

    /// The answer to a form: of one of few sizes, so that a watcher of the line cannot tell one from another.
    ///
    /// Whether help leads never decides which size it is, also where the words that are given back nearly fill one.
    ///
    /// - Parameter least: bytes that its size holds at least, whatever it shows.
    /// - Throws: ``TemplateProblem`` when there is no such template.
    func answer(
        _ name: String, _ view: Any = (), status: HTTPResponse.Status = .ok, leadsWithHelp: Bool = false,
        atLeast least: Int = 0
    ) throws(TemplateProblem) -> Page {
        try page(name, view, status: status, leadsWithHelp: leadsWithHelp)
            .sized(leaving: leadsWithHelp ? 0 : helpRoom, atLeast: least)
    }

    /// The page that says in words why a request was refused.
    ///
    /// What was sent in vain may have told of danger and nobody will read it, so help leads the answer to every form; that is
    /// the same for everyone and tells nothing.
    func page(_ error: ErrorView) throws(TemplateProblem) -> Page {
        let page = try page(
            "error", RefusedView(title: words(error.key), text: words("\(error.key)Text")), status: error.status,
            leadsWithHelp: error.isAnswerToForm)
        return error.isAnswerToForm ? page.sized() : page
    }
}

/// What the page of an error shows.
private struct RefusedView {
    let title: String
    let text: String
}
