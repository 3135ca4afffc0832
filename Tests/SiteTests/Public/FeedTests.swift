import Concerns
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Testing

struct FeedTests {
    private static let feed = "/councils/E08000025/feed.atom"

    @Test func `the feed tells the report, by when inspectors must be back, and what young people told us`()
        async throws
    {
        let site = TestPrintedSite(
            standing: .init(latestReturn: Month(number: 2028 * 12 + 4)), bands: [.lookedAfter: .twentyOrMore])
        let answer = try await site.get(Self.feed)
        #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let feed = String(buffer: answer.body)
        #expect(feed.hasPrefix(#"<?xml version="1.0" encoding="utf-8"?>"#))
        for words in [
            #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">"#, "<title>Birmingham – Earshot</title>",
            #"<link rel="self" type="application/atom+xml" href="https://earshot.example\#(Self.feed)"/>"#,
            "<title>What inspectors said in March 2026</title>", "<li>Living in care</li>",
            "They must be back by May 2028 at the latest.", "<li>Living in care (20 or more)</li>",
        ] { #expect(feed.contains(words), "\(words)") }
    }

    @Test func `each entry has an id that stays, and the first day of the month it became known`() async throws {
        let site = TestPrintedSite(
            standing: .init(latestReturn: Month(number: 2028 * 12 + 4)), bands: [.lookedAfter: .tenOrMore])
        let entries = try await Self.entries(of: site)
        #expect(
            entries.map(\.id) == [
                "tag:earshot.example,2026:councils/E08000025/en/voices-2026-10",
                "tag:earshot.example,2026:councils/E08000025/en/return-2028-05",
                "tag:earshot.example,2026:councils/E08000025/en/report-2026-03",
            ])
        #expect(
            entries.map(\.updated) == ["2026-11-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z"])
    }

    @Test func `no time in it is finer than a month, and the feed is as new as its newest entry`() async throws {
        let site = TestPrintedSite(
            standing: .init(latestReturn: Month(number: 2028 * 12 + 4)), bands: [.lookedAfter: .tenOrMore])
        let times = try await site.text(Self.feed).components(between: "<updated>", "</updated>")
        #expect(times.count == 4)
        for time in times { #expect(time.hasSuffix("-01T00:00:00Z"), "\(time)") }
        #expect(times[0] == "2026-11-01T00:00:00Z")
    }

    @Test func `the feed is the same to the byte all through a month`() async throws {
        var site = TestPrintedSite(standing: .init(), bands: [.lookedAfter: .tenOrMore])
        site.day = "2026-11-01"
        let first = try await site.text(Self.feed)
        site.day = "2026-11-30"
        #expect(try await site.text(Self.feed) == first)
    }

    @Test func `a report that said it again is an entry of its own, with the parts that stand inadequate now`()
        async throws
    {
        let site = TestPrintedSite(standing: .init(newestInadequateReport: Month(number: 2026 * 12 + 8)))
        let entries = try await Self.entries(of: site)
        #expect(entries.map { $0.id.suffix(14) } == ["report-2026-09", "report-2026-03"])
        #expect(entries[0].says.contains("They said it again in September 2026."))
        #expect(entries[0].says.contains("Living in care"))
        #expect(!entries[1].says.contains("Living in care"))
    }

    @Test func `a council that is not inadequate has its report, and no month of return`() async throws {
        let entries = try await Self.entries(of: TestPrintedSite(standing: .init(isInadequate: false)))
        #expect(entries.map { $0.id.suffix(14) } == ["report-2026-03"])
        #expect(entries[0].says.contains("It did not call the whole council"))
    }

    @Test func `where the month of return is not known, and few told us, nothing is said of either`() async throws {
        let feed = try await TestPrintedSite(standing: .init()).text(Self.feed)
        #expect(!feed.contains("/return-"))
        #expect(!feed.contains("/voices-"))
    }

    @Test func `a council of which nothing is published has a feed without entries`() async throws {
        let feed = try await TestPrintedSite().text(Self.feed)
        #expect(!feed.contains("<entry>"))
        #expect(feed.contains("<updated>2026-11-01T00:00:00Z</updated>"))
    }

    @Test func `what XML would take for markup is escaped`() async throws {
        let site = TestPrintedSite(words: ["siteName": #"Ear & <shot> "'"#], standing: .init())
        #expect(try await site.text(Self.feed).contains("<name>Ear &amp; &lt;shot&gt; &quot;&#39;</name>"))
    }

    @Test func `what is only for show says so in the feed and in every entry`() async throws {
        let site = TestPrintedSite(isDemonstration: true, standing: .init(), bands: [.adoption: .tenOrMore])
        let feed = try await site.text(Self.feed)
        #expect(feed.contains("<subtitle>This is a demonstration"))
        let entries = try await Self.entries(of: site)
        #expect(entries.count == 2)
        for entry in entries {
            #expect(entry.says.contains(#"<category term="demonstration"/>"#))
            #expect(entry.says.contains("<p>This is a demonstration"))
        }
        #expect(!(try await TestPrintedSite(standing: .init()).text(Self.feed)).contains("demonstration"))
    }

    @Test func `each language has its own feed, with links and ids of its own`() async throws {
        let site = TestPrintedSite(
            language: Language(code: "ar", name: "العربية", isRightToLeft: true), standing: .init())
        let feed = try await site.text("/ar\(Self.feed)")
        #expect(feed.contains(#"xml:lang="ar""#))
        #expect(feed.contains(#"href="https://earshot.example/ar/councils/E08000025""#))
        #expect(feed.contains("councils/E08000025/ar/report-2026-03"))
    }

    private struct Entry {
        let id: Substring
        let updated: Substring
        let says: Substring
    }

    private static func entries(of site: TestPrintedSite) async throws -> [Entry] {
        try await site.text(feed).components(between: "<entry>", "</entry>").map { entry in
            let text = String(entry)
            return Entry(
                id: try #require(text.components(between: "<id>", "</id>").first),
                updated: try #require(text.components(between: "<updated>", "</updated>").first), says: entry)
        }
    }
}
