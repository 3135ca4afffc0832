import Concerns
import Pages

/// What stands on the poster and on the cards of one council.
///
/// Made of published facts alone, as the council's page is.
struct PosterView {
    /// As many as a sheet of A4 holds in a size that fits a pocket.
    private static let cardCount = 6

    let name: String
    /// When inspectors found that the council does not look after children well enough; nil where they did not.
    let judged: String?
    /// What to type to come to the site.
    let address: String
    /// The address of the picture of the square code.
    let code: String
    /// What the square code says, for those who cannot see it.
    let codeSays: String
    let cards: [Card]

    /// One card of the sheet.
    struct Card {
        /// Whether it is the same as one before, which is worth paper but no room on a screen.
        let isCopy: Bool
    }

    init(_ authority: Authority, _ standing: CouncilStanding?, address: PrintedAddress, in words: Words) {
        let page = CouncilLink(authority, root: words.language.root).address
        name = authority.name
        judged = (standing?.isInadequate == true ? standing?.inadequateSince : nil).map {
            words("councilInadequate", ["month": words.month($0)])
        }
        self.address = address.short
        code = "\(page)/qr.png"
        codeSays = words("posterCode", ["address": address.short + page])
        cards = (0..<Self.cardCount).map { Card(isCopy: $0 > 0) }
    }
}
