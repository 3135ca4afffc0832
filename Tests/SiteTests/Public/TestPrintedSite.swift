import Concerns
import FactFiles
import Hummingbird
import HummingbirdTesting
import Pages
import TestSupport
import Triage

@testable import PublicSite

/// The pages to print and the feeds as they run, on a fixed day, with the words, templates and helplines that are shipped.
struct TestPrintedSite: Sendable {
    /// Read once for all tests, as it takes a while.
    private static let rules = Result {
        try ModerationRules(files: Project.texts(under: "Moderation", endings: [".yaml"]))
    }

    var isDemonstration = false
    var address = "https://earshot.example"
    var postTo = ""
    var day = "2026-11-24"
    var language = Language.english
    /// Words that differ from the shipped ones.
    var words: [String: String] = [:]
    /// The shape of what is published; nil where nothing is.
    var standing: Standing?
    var bands: [JudgementArea: VoiceBand] = [:]

    /// What is published about every council of the test.
    struct Standing: Sendable {
        var reportPublished = "2026-03-05"
        var isInadequate = true
        var inadequateSince: Month? = Month(number: 2026 * 12 + 2)
        var newestInadequateReport: Month? = Month(number: 2026 * 12 + 2)
        var latestReturn: Month?
    }

    func get(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> TestResponse {
        let router = Router(context: PublicContext.self)
        let authorities = try AuthoritiesFile.read(Project.text("Facts/authorities.csv"))
        let rules = try Self.rules.get()
        let shipped = try PublicFiles.words()
        let pages = try PublicPages(
            templates: try Templates(
                sources: PublicFiles.templates(), stylesheet: "/style.css", isDemonstration: isDemonstration),
            words: Words(
                language: language, entries: shipped.entries.merging(words) { _, own in own },
                counted: shipped.counted, english: language == .english ? nil : shipped.entries),
            helplines: rules.helplines)
        let facts = PublicFacts(
            authorities: authorities, helplines: rules.helplines,
            standing: { [standing] code in try authorities[code].flatMap { try standing?.of($0) } },
            bands: { [bands] _ in bands })
        let day = try Day(day)
        PosterRoutes(pages, facts: facts, address: address).add(to: router)
        FeedRoutes(pages, facts: facts, today: { day }, address: address).add(to: router)
        try PaperRoutes(pages, postTo: postTo).add(to: router)
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: path, method: method)
        }
    }

    /// What is answered as text.
    func text(_ path: String) async throws -> String { String(buffer: try await get(path).body) }
}

extension TestPrintedSite.Standing {
    fileprivate func of(_ authority: Authority) throws -> CouncilStanding {
        CouncilStanding(
            authority: authority, reportPublished: try Day(reportPublished),
            inadequateAreas: isInadequate ? [.lookedAfter] : [], isInadequate: isInadequate,
            monthsSinceReport: isInadequate ? 8 : nil, latestReturn: latestReturn,
            inadequateSince: isInadequate ? inadequateSince : nil,
            newestInadequateReport: isInadequate ? newestInadequateReport : nil)
    }
}
