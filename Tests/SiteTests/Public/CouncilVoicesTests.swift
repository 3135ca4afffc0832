import Concerns
import Foundation
import HTTPTypes
import Synchronization
import Testing

/// What young people told us about a council, as everyone may read it.
struct CouncilVoicesTests {
    private static let address = "/councils/E08000025"

    @Test func `each area that enough have spoken of is shown with its band, and until when`() async throws {
        let bands: [JudgementArea: VoiceBand] = [
            .lookedAfter: .tenOrMore, .careLeavers: .twentyOrMore, .leadership: .fiftyOrMore,
            .listenedTo: .hundredOrMore,
        ]
        let page = try await TestPublicSite(bands: { _ in bands }).get(Self.address)
        #expect(page.main.contains("Up to the end of October 2026, young people told us about:"))
        let shown = page.main.matches(of: /<li>([^<]*or more\))<\/li>/).map { String($0.1) }
        #expect(
            shown == [
                "Living in care (10 or more)", "Leaving care and life after care (20 or more)",
                "The people in charge (50 or more)", "Being listened to (one hundred or more)",
            ])
        #expect(!page.main.contains("Adoption") && !page.main.contains("Keeping children safe at home"))
        #expect(!page.main.contains("Fewer than ten"))
    }

    @Test func `under the floor no number is shown, and the page says why`() async throws {
        let page = try await TestPublicSite().get(Self.address)
        #expect(page.main.contains("Fewer than ten young people told us about any one thing."))
        #expect(page.main.contains("Small numbers could give someone away."))
        #expect(!page.main.contains("or more)"))
        let voices = try #require(page.between("What did young people tell us here?", "<h2>"))
        #expect(voices.replacing(/<[^>]*>/, with: "").firstMatch(of: /\d/) == nil)
    }

    @Test func `what happened because of it and the last letter have their place, with nothing in it yet`() async throws
    {
        let page = try await TestPublicSite().get(Self.address)
        for heading in ["What happened because of it?", "The last letter to young people"] {
            #expect(try #require(page.between("<h2>\(heading)</h2>", "</p>")).contains("<p>Nothing yet."), "\(heading)")
        }
        #expect(page.main.components(separatedBy: "Nothing yet.").count - 1 == 2)
    }

    @Test func `only the council in question is asked for its bands`() async throws {
        let asked = Mutex<[GSSCode]>([])
        let site = try TestPublicSite(bands: { code in
            asked.withLock { $0.append(code) }
            return code.description == "E08000025" ? [.adoption: .tenOrMore] : [:]
        })
        #expect(try await site.get(Self.address).main.contains("Adoption (10 or more)"))
        #expect(!(try await site.get("/councils/E08000035")).main.contains("or more)"))
        #expect(asked.withLock { $0.map(\.description) } == ["E08000025", "E08000035"])
    }

    @Test func `with the bands frozen the page is the same to the byte, whatever is told and decided meanwhile`()
        async throws
    {
        let site = try TestPublicSite(bands: { _ in [.lookedAfter: .twentyOrMore] })
        let first = try await site.get(Self.address)
        _ = try await site.tell("My room is cold", [("authority", "E08000025"), ("share", "words")])
        try await site.decide(.accept, reply: "Thank you", text: "My room is cold")
        let second = try await site.get(Self.address)
        #expect(first.bytes == second.bytes && first.headers == second.headers)
    }
}
