import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// How hard the English pages are to read for a young person: grade 4 at most, and no sentence over fifteen words.
struct ReadingTests {
    @Test func `every page that a young person meets is easy to read`() async throws {
        var report: [String] = []
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try Self.site(file: folder.appending(path: "test.sqlite"))
        for (name, page) in try await Self.pages(of: site) {
            let age = ReadingAge(lines: Self.lines(of: page))
            #expect(age.sentences.count > 3, "\(name)")
            #expect(age.grade <= 4, "\(name): grade \(age.grade)")
            #expect(age.longest.count <= 15, "\(name): \(age.longest.joined(separator: " "))")
            report.append("\(name) \(String(format: "%.1f", age.grade))")
        }
        print("Reading grade of each page: \(report.joined(separator: ", "))")
    }

    /// The pages by what they are.
    private static func pages(of site: TestPublicSite) async throws -> [(String, PublicAnswer)] {
        var pages: [(String, PublicAnswer)] = []
        for address in [
            "/", "/tell", "/receipt", "/councils", "/councils/E08000025", "/councils/E10000006",
            "/councils/E08000025/poster", "/help-now", "/privacy", "/stay-safe", "/languages", "/paper",
            "/no/such/page",
        ] { pages.append((address, try await site.get(address))) }
        let form = [("token", site.token()), ("message", "x"), ("council", "Richmond")]
        for step in ["about", "council", "who", "age", "share", "check"] {
            pages.append((step, try await site.post("/tell/\(step)", form)))
        }
        pages.append(("age and on", try await site.post("/tell/age", form)))
        pages.append(("refused", try await site.post("/tell", [("message", ""), ("who", "x"), ("area", "x")])))
        let danger = try await site.tell("he is hitting me right now")
        pages.append(("sent in danger", danger))
        let sent = try await site.tell("My room is cold", [("share", "words")])
        pages.append(("sent", sent))
        let receipt = [("receipt", sent.receipt ?? "")]
        pages.append(("waiting", try await site.post("/receipt", receipt)))
        for (decision, words) in [(ModerationDecision.hold, "held"), (.accept, "accepted")] {
            // The first in the queue is the one in danger.
            try await site.decide(
                decision, about: try await site.desk.awaitingDecision().last?.id, reply: "x", asks: true)
            pages.append((words, try await site.post("/receipt", receipt)))
        }
        pages.append(("added", try await site.post("/receipt/add", receipt + [("message", "x")])))
        pages.append(("too little", try await site.post("/receipt/add", receipt)))
        pages.append(("withdrawn", try await site.post("/receipt/withdraw", receipt)))
        let words = [("receipt", danger.receipt ?? "")]
        pages.append(("withdrawn in danger", try await site.post("/receipt/withdraw", words)))
        pages.append(("unknown", try await site.post("/receipt/add", [("message", "x")])))
        pages.append(("found several", try await site.post("/councils", [("council", "Richmond")])))
        try site.records.close()
        pages.append(("not kept", try await site.tell("x")))
        pages.append(("broken", try await site.post("/receipt", receipt)))
        return pages
    }

    private static func site(file: URL) throws -> TestPublicSite {
        let authority = try #require(try TestPublicSite().authorities[try GSSCode("E08000025")])
        let (march, may) = (Month(number: 2026 * 12 + 2), Month(number: 2026 * 12 + 4))
        let report = try Day("2026-05-05")
        return try TestPublicSite(
            file: file,
            standing: { _ in
                CouncilStanding(
                    authority: authority, reportPublished: report, inadequateAreas: JudgementArea.allCases,
                    isInadequate: true, monthsSinceReport: 6, latestReturn: may + 24, inadequateSince: march,
                    newestInadequateReport: may)
            }, bands: { _ in Dictionary(uniqueKeysWithValues: JudgementArea.allCases.map { ($0, .tenOrMore) }) })
    }

    /// What stands by itself in a page's main part, without helplines' names and numbers, councils' names, the seven words and
    /// what somebody else wrote.
    private static func lines(of page: PublicAnswer) -> [String] {
        let others = [
            /(?s)<!--.*?-->/, /(?s)<a class="call".*?<\/a>/,
            /(?s)<(?:strong|span)[^>]* lang="en".*?<\/(?:strong|span)>/,
            /(?s)<ul class="(?:councils|languages)".*?<\/ul>/, /<h3>[A-Z]<\/h3>/, /(?s)<option.*?<\/option>/,
            /(?s)<textarea.*?<\/textarea>/,
            /(?s)<p class="words".*?<\/p>/, /<p id="receipt".*?<\/p>/, /(?s)<div class="numbers">.*?<\/ul>/,
            /(?s)<p class="trap".*?<\/p>/, /(?s)<li>\s*<strong>.*?<\/strong>/,
            /Birmingham|Cumbria|(?:North )?Yorkshire|Richmond/,
        ]
        let own = others.reduce(String(page.main)) { $0.replacing($1, with: "") }
        let blocks = own.replacing(
            /<\/?(?:p|li|ul|h[1-6]|legend|label|button|dt|dd|summary|div|section|a|option)\b[^>]*>/, with: "\n")
        return PublicAnswer.plain(blocks.replacing(/<[^>]*>/, with: "")).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
