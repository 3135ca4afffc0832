import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Pictures
import Testing

struct PosterTests {
    private static let poster = "/councils/E08000025/poster"

    @Test func `the poster of a council judged inadequate says so plainly, and that it is nobody's fault`() async throws
    {
        let page = try await TestPrintedSite(standing: .init()).text(Self.poster)
        for words in [
            "Birmingham", "This council was not looking after children well enough.",
            "Inspectors found this in March 2026.", "It is not your fault.",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test func `the poster of any other council asks, and says nothing of a judgement`() async throws {
        for standing in [nil, TestPrintedSite.Standing(isInadequate: false)] {
            let page = try await TestPrintedSite(standing: standing).text(Self.poster)
            #expect(page.contains("Are you in care? You can tell inspectors what it is like."))
            #expect(!page.contains("well enough"))
            #expect(!page.contains("It is not your fault"))
        }
    }

    @Test func `it says what a young person needs before they tell, and whom to call now`() async throws {
        let page = try await TestPrintedSite().text(Self.poster)
        let sheet = try #require(page.components(between: "<article", "</article>").first)
        for words in [
            "You do not have to say who you are.", "A trained person reads it.",
            "Your social worker, your carers and your council do not.",
            "If someone is in danger, we must tell people who protect children.", "Call 999", "0800 1111", "85258",
        ] { #expect(sheet.contains(words), "\(words)") }
    }

    @Test func `a sheet of cards follows, the copies of which stand on paper alone`() async throws {
        let page = try await TestPrintedSite().text(Self.poster)
        let cards = page.components(between: #"<div class="sheet card"#, "</ul>")
        #expect(cards.count == 6)
        #expect(cards.count { $0.hasPrefix(" copy") } == 5)
        for card in cards {
            #expect(card.contains("earshot.example"))
            // A card is found in pockets.
            #expect(!card.contains("in care"))
        }
    }

    @Test(arguments: ["https://earshot.example", "https://earshot.example/", "http://earshot.example"])
    func `the address to type is as short as it can be`(address: String) async throws {
        let page = try await TestPrintedSite(address: address).text(Self.poster)
        #expect(page.contains(#"<span lang="en" dir="ltr">earshot.example</span>"#))
        #expect(page.contains("A square code that leads to earshot.example/councils/E08000025."))
    }

    @Test func `the square code is a picture that leads to the council's page`() async throws {
        let answer = try await TestPrintedSite().get("/councils/E08000025/qr.png")
        #expect(answer.headers[.contentType] == "image/png")
        let expected = try PNG(QRCode("https://earshot.example/councils/E08000025").modules, scale: 8)
        #expect(Array(buffer: answer.body) == expected.bytes)
        #expect(answer.headers[.contentLength] == "\(expected.bytes.count)")
        #expect(try await TestPrintedSite().text(Self.poster).contains(#"src="/councils/E08000025/qr.png""#))
    }

    @Test func `in another language the code leads to the page in that language`() async throws {
        let site = TestPrintedSite(language: Language(code: "ar", name: "العربية", isRightToLeft: true))
        let expected = try PNG(QRCode("https://earshot.example/ar/councils/E08000025").modules, scale: 8)
        #expect(try await Array(buffer: site.get("/ar/councils/E08000025/qr.png").body) == expected.bytes)
        let page = try await site.text("/ar/councils/E08000025/poster")
        #expect(page.contains(#"src="/ar/councils/E08000025/qr.png""#))
        // Nobody has checked the words yet, so what keeps someone safe stands in English too.
        #expect(page.components(between: #"<p class="also" lang="en" dir="ltr">"#, "</p>").count == 1)
    }

    @Test func `what is only for show says so on the poster and on every card`() async throws {
        let page = try await TestPrintedSite(isDemonstration: true).text(Self.poster)
        #expect(page.components(between: "This is a demonstration", "<").count == 7)
        #expect(!(try await TestPrintedSite().text(Self.poster)).contains("demonstration"))
    }

    @Test(arguments: ["/poster", "/qr.png", "/feed.atom"])
    func `a former code leads on, a council that became several asks, and no council is not found`(
        part: String
    ) async throws {
        let site = TestPrintedSite()
        let small = try await site.get("/councils/e08000025\(part)")
        #expect(small.status == .ok)
        let moved = try await site.get("/councils/E06000048\(part)")
        #expect(moved.status == .seeOther)
        #expect(moved.headers[.location] == "/councils/E06000057\(part)")
        #expect(try await site.text("/councils/E10000006\(part)").contains(">Westmorland and Furness</a>"))
        #expect(try await site.get("/councils/E08999999\(part)").status == .notFound)
        #expect(try await site.get("/councils/E08000025\(part)", .post).status == .methodNotAllowed)
    }

    @Test func `an address that no code holds is our fault and not the page's`() async throws {
        let site = TestPrintedSite(address: "https://" + String(repeating: "a", count: 3000))
        #expect(try await site.get(Self.poster).status == .ok)
        #expect(try await site.get("/councils/E08000025/qr.png").status == .internalServerError)
    }
}

extension String {
    /// Each stretch that stands between `start` and the next `end`.
    func components(between start: String, _ end: String) -> [Substring] {
        split(separator: start, omittingEmptySubsequences: false).dropFirst().map { rest in
            rest.firstRange(of: end).map { rest[..<$0.lowerBound] } ?? rest
        }
    }
}
