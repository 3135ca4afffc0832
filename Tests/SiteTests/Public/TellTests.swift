import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

struct TellTests {
    @Test func `what a young person tells us is sealed, and only the team's key opens it`() async throws {
        let site = try TestPublicSite()
        let words = "My social worker never calls 🙂\nback.  "
        let answer = try await site.tell(
            words,
            [
                ("authority", "E08000025"), ("area", "looked-after"), ("area", "listened-to"), ("who", "in-care"),
                ("age_band", "11-15"), ("share", "words"), ("language", "en"),
            ])
        #expect(answer.status == .ok)

        let waiting = try #require(try await site.desk.awaitingDecision().first)
        let kept = try #require(try await site.desk.concern(waiting.id))
        #expect(waiting.authority?.description == "E08000025")
        #expect(waiting.channel == .web)
        #expect(waiting.teller == .inCare)
        #expect(waiting.arrivedOn.description == "2026-11-24")
        #expect(kept.sharing == .words)
        let told = try site.told(kept)
        #expect(told.areas == [.lookedAfter, .listenedTo] && told.ageBand == .from11to15 && told.language == "en")
        #expect(kept.words.range(of: Data("social worker".utf8)) == nil)
        #expect(try site.told(kept).original.words == words)
    }

    @Test func `the seven words on the page are a receipt, and they find the thread`() async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("It is fine here").receipt)
        #expect(typed.split(separator: " ").count == 7)
        let receipt = try #require(site.receiptWords.receipt(typed: typed))
        let derived = try site.receipts.derive(receipt)
        #expect(try await site.threads.thread(lookup: derived.lookup) != nil)
    }

    @Test func `only the words have to be given, and then the concern only counts`() async throws {
        let site = try TestPublicSite()
        #expect(try await site.tell("Nobody listens").status == .ok)
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        let kept = try #require(try await site.desk.concern(waiting.id))
        #expect(waiting.authority == nil)
        #expect(waiting.teller == nil)
        #expect(kept.sharing == .counted)
        #expect(try site.told(kept) == Told(Original("Nobody listens")))
    }

    @Test func `line ends become one character, and nothing else of the words is changed`() async throws {
        let site = try TestPublicSite()
        _ = try await site.tell(" one\r\n\r\ntwo\rthree\n\tfour \u{200F}")
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        let kept = try #require(try await site.desk.concern(waiting.id))
        #expect(try site.told(kept).original.words == " one\n\ntwo\rthree\n\tfour \u{200F}")
    }

    @Test(
        arguments: [
            ("", "Birmingham City Council", "E08000025", "Birmingham City Council"),
            ("", "somewhere by the sea", nil, "somewhere by the sea"),
            ("E08000025", "somewhere by the sea", "E08000025", "somewhere by the sea"),
            ("E08000025", "", "E08000025", nil),
            ("E10000006", "", nil, "Cumbria"),
            ("E10000006", "Kendal", nil, "Cumbria; Kendal"),
        ] as [(String, String, String?, String?)])
    func `a council is settled where it is clear, and what was typed for it is always kept`(
        code: String, typed: String, authority: String?, kept: String?
    ) async throws {
        let site = try TestPublicSite()
        #expect(try await site.tell("Hello", [("authority", code), ("council", typed)]).status == .ok)
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        let concern = try #require(try await site.desk.concern(waiting.id))
        #expect(waiting.authority?.description == authority)
        #expect(try site.told(concern).councilTyped == kept)
    }

    @Test func `a council as long as the form may be does not cost the words`() async throws {
        let site = try TestPublicSite()
        let council = String(repeating: "x", count: 60_000)
        #expect(try await site.tell("Hello", [("council", council)]).status == .ok)
    }

    @Test func `every former code that became one authority is that authority's today`() async throws {
        let site = try TestPublicSite()
        for authority in site.authorities.current {
            for former in authority.formerCodes.prefix(1) {
                #expect(try await site.tell("Hello", [("authority", former.description)]).status == .ok)
            }
        }
        let expected = site.authorities.current.filter { !$0.formerCodes.isEmpty }.map(\.code)
        let waiting = try await site.desk.awaitingDecision()
        #expect(Set(waiting.compactMap(\.authority)) == Set(expected))
    }

    @Test func `danger is answered with help before everything else, kept or refused`() async throws {
        let site = try TestPublicSite()
        let danger = "he is hitting me right now"
        let sent = try await site.tell(danger)
        let refused = try await site.tell(danger, [("who", "nobody")])
        try site.records.close()
        let notKept = try await site.tell(danger)
        #expect([sent.status, refused.status, notKept.status] == [.ok, .unprocessableContent, .serviceUnavailable])
        for answer in [sent, refused, notKept] {
            let main = answer.main
            let help = try #require(main.range(of: #"<div class="danger""#))
            let heading = try #require(main.range(of: "<h1"))
            #expect(help.lowerBound < heading.lowerBound)
            #expect(main.contains("tel:999"))
            #expect(main.contains("tel:08001111"))
            #expect(main.contains("sms:85258"))
        }
    }

    @Test func `danger is read first, whatever else waits`() async throws {
        let site = try TestPublicSite()
        _ = try await site.tell("the food is ok")
        _ = try await site.tell("he is hitting me right now")
        #expect(try await site.desk.awaitingDecision().first?.urgency == .dangerNow)
    }

    @Test(arguments: ["", "E08000025"])
    func `danger told in the council's box is read first, answered with help, and kept`(authority: String) async throws
    {
        let site = try TestPublicSite()
        _ = try await site.tell("the food is ok")
        #expect(!(try await site.tell("help")).main.contains(#"class="danger""#))
        let council = "He is hitting me right now"
        let answer = try await site.tell("help", [("council", council), ("authority", authority)])
        #expect(answer.status == .ok)
        #expect(answer.main.contains(#"class="danger""#))
        let first = try #require(try await site.desk.awaitingDecision().first)
        #expect(first.urgency == .dangerNow)
        let told = try site.told(try #require(try await site.desk.concern(first.id)))
        #expect(told.original.words == "help")
        #expect(told.councilTyped == council)
    }

    @Test func `words without danger are not answered as danger`() async throws {
        let answer = try await TestPublicSite().tell("My room is nice")
        #expect(!answer.main.contains(#"class="danger""#))
    }

    @Test func `when the store fails the page says that nothing was kept, and keeps the words`() async throws {
        let site = try TestPublicSite()
        try site.records.close()
        let answer = try await site.tell("Please <read> this", [("council", "Leeds?"), ("area", "adoption")])
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.html.contains("NOT kept"))
        #expect(answer.receipt == nil)
        #expect(answer.html.contains("Please &lt;read&gt; this</textarea>"))
        #expect(answer.html.contains(#"<input type="hidden" name="council" value="Leeds?">"#))
        #expect(answer.html.contains(#"<input type="hidden" name="area" value="adoption">"#))
    }
}
