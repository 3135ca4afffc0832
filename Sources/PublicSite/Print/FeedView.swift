import Concerns
import Pages

/// One council's feed, as Atom 1.0 (RFC 4287).
///
/// Made of what the council's page is made of, so that it is the same whether or not anything has been planned (T19). No
/// time in it is finer than a month, and none tells when something was planned, entered or read.
struct FeedView {
    let name: String
    let id: String
    let updated: String
    /// The address of the feed itself.
    let feed: String
    /// The address of the council's page.
    let page: String
    /// The newest first.
    let entries: [Entry]

    /// One thing that is known.
    struct Entry {
        let id: String
        let title: String
        let updated: String
        let says: [String]
        let hasList: Bool
        let list: [String]
        /// The address of the council's page.
        let page: String
    }

    /// - Parameters:
    ///   - bands: how many young people told us about each area; empty where nothing reaches the floor.
    ///   - until: the last month that the bands count.
    init(
        _ authority: Authority, _ standing: CouncilStanding?, bands: [JudgementArea: VoiceBand], until month: Month,
        address: PrintedAddress, in words: Words
    ) {
        let council = CouncilView(authority, standing, bands: bands, until: month, in: words)
        let page = address.whole + CouncilLink(authority, root: words.language.root).address
        let id = "tag:\(address.host),2026:councils/\(authority.code)/\(words.language.code)"
        let facts = (Self.reports(standing, council, words) + Self.voices(month, council, words))
            .enumerated().sorted { ($0.element.month, $0.offset) > ($1.element.month, $1.offset) }.map(\.element)
        name = council.name
        self.id = id
        self.page = page
        feed = "\(page)/feed.atom"
        updated = Self.begin(of: facts.first?.month ?? month + 1)
        entries = facts.map { fact in
            Entry(
                id: "\(id)/\(fact.kind)", title: fact.title, updated: Self.begin(of: fact.month), says: fact.says,
                hasList: !fact.list.isEmpty, list: fact.list, page: page)
        }
    }

    /// Something that became known in a month.
    private struct Fact {
        /// What it is, so that it keeps its id for as long as it is true.
        let kind: String
        let month: Month
        let title: String
        let says: [String]
        var list: [String] = []
    }

    /// What inspectors said, and by when they must be back.
    private static func reports(_ standing: CouncilStanding?, _ council: CouncilView, _ words: Words) -> [Fact] {
        guard let standing, let newest = standing.reportPublished?.month else { return [] }
        let opening = standing.isInadequate ? standing.inadequateSince ?? newest : newest
        var facts = [report(opening, says: council.said, words)]
        if let again = council.again, let month = standing.newestInadequateReport {
            facts.append(report(month, says: again, words))
        }
        facts[facts.count - 1].list = council.areas
        if standing.isInadequate, let latest = standing.latestReturn, let visit = council.nextVisit {
            facts.append(
                Fact(
                    kind: "return-\(latest)", month: standing.newestInadequateReport ?? opening,
                    title: words("feedReturn"), says: [words("councilBack"), visit]))
        }
        return facts
    }

    private static func report(_ month: Month, says: String, _ words: Words) -> Fact {
        Fact(
            kind: "report-\(month)", month: month, title: words("feedReport", ["month": words.month(month)]),
            says: [says])
    }

    /// What young people told us until the end of a month; it is known when the next begins.
    private static func voices(_ month: Month, _ council: CouncilView, _ words: Words) -> [Fact] {
        guard council.hasVoices else { return [] }
        return [
            Fact(
                kind: "voices-\(month)", month: month + 1,
                title: words("feedVoices", ["month": words.month(month)]), says: [council.voicesLead],
                list: council.voices)
        ]
    }

    /// The first moment of a month, as the feed's format asks for a moment and nobody may learn a finer one.
    private static func begin(of month: Month) -> String { "\(month)-01T00:00:00Z" }
}
