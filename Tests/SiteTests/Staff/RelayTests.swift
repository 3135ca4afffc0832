import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct RelayTests {
    private static let message = "They moved me again.\r\nNobody asked."

    /// The fields of a freshly opened page, filled in and a minute old.
    private static func filled(
        _ fields: [(String, String)], by browser: Browser
    ) async throws -> [(String, String)] {
        let page = try await browser.get("/relay")
        let hidden = try ["token", "sending"].map { name in
            (name, String(try #require(page.between("name=\"\(name)\" value=\"", "\""))))
        }
        browser.site.clock.advance(by: 60)
        return hidden + [("action", "keep")] + fields
    }

    private static func pass(_ fields: [(String, String)], by browser: Browser) async throws -> StaffAnswer {
        try await browser.site.post("/relay", filled(fields, by: browser), cookie: browser.cookie)
    }

    @Test func `what a child told waits at the desk as an advocate's, and the slip leads back to it`() async throws {
        let site = try await TestStaffSite()
        let slip = try await Self.pass(
            [
                ("message", Self.message), ("council", "tameside"), ("children", "3"), ("area", "looked-after"),
                ("age_band", "16-17"), ("share", "words"), ("language", "ckb"),
            ], by: try await site.browser(of: .advocate))
        #expect(slip.status == .ok)
        let words = try #require(slip.receipts.first)
        let receipt = try #require(site.receiptWords.receipt(typed: words))
        #expect(slip.html.contains("Understood as: Tameside") && slip.html.contains("earshot.example/receipt<"))
        let concern = try #require(try await site.waiting().first)
        let waiting = concern.summary
        #expect(waiting.channel == .advocate && waiting.teller == nil && concern.sharing == .words)
        #expect(waiting.authority?.description == TestStaffSite.inadequate)
        #expect(try await site.thread(receipt).concern == waiting.id)
        let lines = try await site.log.lines(about: "1 message")
        #expect(lines.map(\.who) == ["advocate"] && lines.map(\.did) == ["handed in"])
    }

    @Test func `where nobody said so, it only counts`() async throws {
        let site = try await TestStaffSite()
        _ = try await Self.pass([("message", "Damp.")], by: try await site.browser(of: .advocate))
        #expect(try await site.waiting().map(\.sharing) == [.counted])
    }

    @Test func `sending it twice is one message with one slip`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let fields = try await Self.filled([("message", Self.message)], by: browser)
        let first = try await site.post("/relay", fields, cookie: browser.cookie)
        let second = try await site.post("/relay", fields, cookie: browser.cookie)
        #expect(first.receipts.count == 1 && first.receipts == second.receipts)
        #expect(try await site.desk.awaitingDecision().count == 1)
        let other = try await site.post("/relay", fields.with("message", "Another."), cookie: browser.cookie)
        #expect(other.status == .unprocessableContent && other.html.contains("sent before with other words"))
    }

    @Test(arguments: [
        ("message", " ", "Write down what the child told you."), ("area", "all", "There is no such area."),
        ("authority", "E99", "There is no such council."), ("age_band", "9", "Choose an age"),
        ("share", "all", "Choose what inspectors may have."), ("language", "Kurdish", "a code of two or three letters"),
        ("children", "0", "a number from 1 to 99"), ("children", "100", "a number from 1 to 99"),
        ("children", "two", "a number from 1 to 99"), ("message", String(repeating: "a", count: 10_001), "10,000"),
    ])
    func `what is wrong is said beside its field, and all that was typed is still there`(
        field: String, value: String, says: String
    ) async throws {
        let site = try await TestStaffSite()
        let typed = [("message", "Damp."), ("council", "Atlantis <1>")]
        let fields = typed.filter { $0.0 != field } + [(field, value)]
        let page = try await Self.pass(fields, by: try await site.browser(of: .advocate))
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("<a href=\"#\(field)\">") && page.html.contains(says))
        #expect(page.html.contains(#"value="Atlantis &lt;1&gt;""#))
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `where nothing can be kept it says so and that nobody was told, and the page can be sent again`()
        async throws
    {
        let site = try await TestStaffSite(sendingKey: { _ in nil })
        let browser = try await site.browser(of: .advocate)
        let fields = try await Self.filled([("message", "The hostel is damp.")], by: browser)
        let page = try await site.post("/relay", fields, cookie: browser.cookie)
        #expect(page.status == .serviceUnavailable && page.receipts.isEmpty)
        #expect(page.html.contains("nobody has been told") && page.html.contains("The hostel is damp."))
        let sent = fields.first { $0.0 == "sending" }?.1
        #expect(page.between(#"name="sending" value=""#, "\"").map(String.init) == sent)
    }

    @Test(arguments: ["he has a knife and he is outside my door right now please help", " "])
    func `danger leads the page with what to do, also when the form is refused`(message: String) async throws {
        let site = try await TestStaffSite()
        let page = try await Self.pass(
            [("message", message), ("council", "I want to kill myself tonight")],
            by: try await site.browser(of: .advocate))
        let guidance = try #require(page.html.range(of: #"id="guidance""#)).lowerBound
        let heading = try #require(page.html.range(of: "<h1>")).lowerBound
        #expect(guidance < heading)
        #expect(page.html.contains("so nobody has been told") == (page.status != .ok))
        #expect(try await site.desk.awaitingDecision().map(\.urgency) == (page.status == .ok ? [.dangerNow] : []))
    }

    @Test func `the council is looked up without keeping anything`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .advocate)
        let fields = try await Self.filled([("message", "Damp."), ("council", "Atlantis")], by: browser)
        let page = try await site.post("/relay", fields.with("action", "look-up"), cookie: browser.cookie)
        #expect(page.status == .ok && page.html.contains("Damp."))
        #expect(page.between(#"id="council-says">"#, "</p>")?.contains("“Atlantis”") == true)
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `the page names the room, shows how a text is written, and has no script`() async throws {
        let page = try await TestStaffSite().browser(of: .advocate).get("/relay")
        #expect(page.html.contains(#"<a href="/relay">Advocates’ room</a>"#))
        #expect(page.html.contains("--- message ---") && page.html.contains("Share: counted"))
        #expect(!page.html.contains("<script"))
    }
}
