import Pages

/// What is shown once the words are kept: the receipt, and what happens next.
struct SentPage: Sendable {
    private let pages: [Kind: StitchedPage]

    /// What the page says besides the receipt.
    private struct Kind: Hashable {
        let isCouncilOpen: Bool
        let leadsWithHelp: Bool
        let isSlowed: Bool

        static let all = [false, true].flatMap { open in
            [false, true].flatMap { help in
                [false, true].map { Kind(isCouncilOpen: open, leadsWithHelp: help, isSlowed: $0) }
            }
        }
    }

    /// - Throws: ``TemplateProblem`` when the template is missing, or does not print the receipt exactly once.
    init(_ pages: PublicPages) throws(TemplateProblem) {
        var rendered: [Kind: StitchedPage] = [:]
        for kind in Kind.all {
            let view = SentView(
                receipt: StitchedPage.mark, isCouncilOpen: kind.isCouncilOpen, isSlowed: kind.isSlowed)
            rendered[kind] = try StitchedPage(
                pages.page("tell/sent", view, leadsWithHelp: kind.leadsWithHelp), of: "tell/sent")
        }
        self.pages = rendered
    }

    /// The answer to a form, of the one size that hides which of them it is.
    ///
    /// - Parameters:
    ///   - receipt: seven words with a space between them.
    ///   - isSlowed: whether so many write from here that answers come later, which the page says.
    func page(receipt: String, isCouncilOpen: Bool, leadsWithHelp: Bool, isSlowed: Bool) -> Page {
        let kind = Kind(isCouncilOpen: isCouncilOpen, leadsWithHelp: leadsWithHelp, isSlowed: isSlowed)
        return (pages[kind]?.page(with: receipt) ?? Page(html: receipt)).sized()
    }
}

/// The view of `tell/sent`.
private struct SentView {
    let receipt: String
    let isCouncilOpen: Bool
    let isSlowed: Bool
}
