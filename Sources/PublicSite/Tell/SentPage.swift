import Pages

/// What is shown once the words are kept: the receipt, and what happens next.
struct SentPage: Sendable {
    private let calm: Pair
    /// The same with help before everything else.
    private let inDanger: Pair

    /// The page where the council is known, and where a person has yet to work it out.
    private struct Pair {
        let known: StitchedPage
        let open: StitchedPage
    }

    /// - Throws: ``TemplateProblem`` when the template is missing, or does not print the receipt exactly once.
    init(_ pages: PublicPages) throws(TemplateProblem) {
        func rendered(isCouncilOpen: Bool, leadsWithHelp: Bool) throws(TemplateProblem) -> StitchedPage {
            let view = SentView(receipt: StitchedPage.mark, isCouncilOpen: isCouncilOpen)
            return try StitchedPage(
                pages.page("tell/sent", view, leadsWithHelp: leadsWithHelp), of: "tell/sent")
        }
        calm = Pair(
            known: try rendered(isCouncilOpen: false, leadsWithHelp: false),
            open: try rendered(isCouncilOpen: true, leadsWithHelp: false))
        inDanger = Pair(
            known: try rendered(isCouncilOpen: false, leadsWithHelp: true),
            open: try rendered(isCouncilOpen: true, leadsWithHelp: true))
    }

    /// The answer to a form, of the one size that hides which of the four it is.
    ///
    /// - Parameter receipt: seven words with a space between them.
    func page(receipt: String, isCouncilOpen: Bool, leadsWithHelp: Bool) -> Page {
        let pair = leadsWithHelp ? inDanger : calm
        return (isCouncilOpen ? pair.open : pair.known).page(with: receipt).sized()
    }
}

/// The view of `tell/sent`.
private struct SentView {
    let receipt: String
    let isCouncilOpen: Bool
}
