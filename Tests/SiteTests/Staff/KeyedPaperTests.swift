import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

struct KeyedPaperTests {
    private static let message = "The hostel is damp.\r\nNobody comes."

    /// The fields of a freshly opened page, filled in and a minute old.
    private static func filled(
        _ fields: [(String, String)], by browser: Browser
    ) async throws -> [(String, String)] {
        let page = try await browser.get("/desk/paper")
        let hidden = try ["token", "sending"].map { name in
            (name, String(try #require(page.between("name=\"\(name)\" value=\"", "\""))))
        }
        browser.site.clock.advance(by: 60)
        return hidden + [("action", "keep")] + fields
    }

    private static func key(_ fields: [(String, String)], by browser: Browser) async throws -> StaffAnswer {
        try await browser.site.post("/desk/paper", filled(fields, by: browser), cookie: browser.cookie)
    }

    @Test func `what is keyed in waits at the desk, and the slip's seven words lead back to it`() async throws {
        let site = try await TestStaffSite()
        let slip = try await Self.key(
            [
                ("message", Self.message), ("council", "tameside"), ("area", "care-leavers"), ("area", "listened-to"),
                ("who", "care-leaver"), ("age_band", "16-17"), ("share", "words"), ("language", "ckb"),
            ], by: try await site.browser(of: .moderator))
        #expect(slip.status == .ok)
        let words = try #require(slip.receipt)
        #expect(words.split(separator: " ").count == 7)
        let receipt = try #require(site.receiptWords.receipt(typed: words))
        #expect(slip.html.contains("Understood as: Tameside") && slip.html.contains("earshot.example/receipt<"))

        let waiting = try #require(try await site.desk.awaitingDecision().first)
        #expect(waiting.channel == .paper && waiting.teller == .careLeaver)
        #expect(waiting.authority?.description == TestStaffSite.inadequate)
        #expect(try await site.thread(receipt).concern == waiting.id)
        let review = try await site.browser(of: .moderator).get("/desk/\(waiting.id)").html
        for words in [
            "The hostel is damp.\nNobody comes.", "16 or 17", "Kurdish", "inspectors may read the redacted words",
        ] { #expect(review.contains(words), "\(words)") }
        #expect(try await site.log.lines(about: "paper form").map(\.did) == ["keyed in"])
    }

    @Test func `where the log cannot be written, the form is kept all the same and its writer gets the slip`()
        async throws
    {
        let site = try await TestStaffSite(notLogged: "keyed in")
        let slip = try await Self.key([("message", Self.message)], by: try await site.browser(of: .moderator))
        #expect(slip.status == .ok && slip.receipt != nil)
        #expect(try await site.desk.awaitingDecision().count == 1)
        #expect(try await site.log.lines(about: "paper form").isEmpty)
    }

    @Test func `clicking twice makes one concern and shows the same slip`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .leadModerator)
        let fields = try await Self.filled([("message", Self.message)], by: browser)
        let first = try await site.post("/desk/paper", fields, cookie: browser.cookie)
        let second = try await site.post("/desk/paper", fields, cookie: browser.cookie)
        #expect(first.receipt != nil && first.receipt == second.receipt)
        #expect(try await site.desk.awaitingDecision().count == 1)
        // The page of one paper, brought back and filled with another, is asked about and then is a second concern.
        let other = fields.filter { $0.0 != "message" } + [("message", "Another paper.")]
        let asked = try await site.post("/desk/paper", other, cookie: browser.cookie)
        #expect(asked.status == .unprocessableContent && asked.receipt == nil)
        #expect(asked.html.contains("sent before with other words") && asked.html.contains("Another paper."))
        let fresh = try #require(asked.between(#"name="sending" value=""#, "\""))
        site.clock.advance(by: 60)
        let again = other.filter { $0.0 != "sending" } + [("sending", String(fresh))]
        #expect(try await site.post("/desk/paper", again, cookie: browser.cookie).receipt != nil)
        #expect(try await site.desk.awaitingDecision().count == 2)
    }

    @Test func `a refused form keeps all that was keyed in, with each error beside its field`() async throws {
        let site = try await TestStaffSite()
        let page = try await Self.key(
            [
                ("message", " "), ("council", "Tamsid <1>"), ("area", "care-leavers"), ("who", "in-care"),
                ("age_band", "under-11"), ("share", "words"), ("language", "Kurdish"),
            ], by: try await site.browser(of: .moderator))
        #expect(page.status == .unprocessableContent)
        for field in ["message", "language"] {
            #expect(page.html.contains("<a href=\"#\(field)\">"))
            #expect(page.html.contains("<p class=\"problem\" id=\"\(field)-problem\">"))
        }
        for kept in [
            #"value="Tamsid &lt;1&gt;""#, #"value="care-leavers" checked"#, #"value="in-care" checked"#,
            #"value="under-11" checked"#, #"value="words" checked"#, #"value="Kurdish""#,
        ] { #expect(page.html.contains(kept), "\(kept)") }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test(arguments: [
        ("area", "all", "There is no such area."), ("authority", "E99", "There is no such council."),
        ("who", "me", "Choose who wrote it"), ("age_band", "9", "Choose an age"),
        ("share", "all", "Choose what inspectors may have."),
        ("message", String(repeating: "a", count: 10_001), "10,000 characters"),
    ])
    func `whatever is not known is said beside its field`(field: String, value: String, says: String) async throws {
        let site = try await TestStaffSite()
        let fields = [("message", "Damp.")].filter { $0.0 != field } + [(field, value)]
        let page = try await Self.key(fields, by: try await site.browser(of: .moderator))
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("<a href=\"#\(field)\">") && page.html.contains(says))
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `a page that lay open for a day keeps its words and takes them at the next press`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        let fields = try await Self.filled([("message", "Damp.")], by: browser)
        let stale = fields.map { $0.0 == "sending" ? ($0.0, "1.2.3") : $0 }
        let page = try await site.post("/desk/paper", stale, cookie: browser.cookie)
        #expect(page.status == .unprocessableContent && page.html.contains("Nothing was kept yet"))
        let fresh = String(try #require(page.between(#"name="sending" value=""#, "\"")))
        site.clock.advance(by: 60)
        let again = stale.map { $0.0 == "sending" ? ($0.0, fresh) : $0 }
        #expect(try await site.post("/desk/paper", again, cookie: browser.cookie).receipt != nil)
    }

    @Test func `where nothing can be kept it says so, and the same page can be sent again`() async throws {
        let site = try await TestStaffSite(sendingKey: { _ in nil })
        let browser = try await site.browser(of: .moderator)
        let fields = try await Self.filled([("message", "The hostel is damp.")], by: browser)
        let page = try await site.post("/desk/paper", fields, cookie: browser.cookie)
        #expect(page.status == .serviceUnavailable && page.receipt == nil)
        #expect(page.html.contains("It could not be kept just now") && page.html.contains("The hostel is damp."))
        let sent = try #require(fields.first { $0.0 == "sending" }).1
        #expect(page.between(#"name="sending" value=""#, "\"").map(String.init) == sent)
    }

    @Test(arguments: [
        ("Tameside", "Understood as: Tameside"), ("Atlantis", "not clear which council of today “Atlantis” means"),
        ("Manchester", "Manchester"),
    ])
    func `looking the council up says what is understood and keeps nothing`(typed: String, says: String) async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        var fields = try await Self.filled([("message", "Damp."), ("council", typed)], by: browser)
        fields.removeAll { $0.0 == "action" }
        let page = try await site.post("/desk/paper", fields + [("action", "look-up")], cookie: browser.cookie)
        #expect(page.status == .ok && page.html.contains("Damp."))
        #expect(page.between(#"id="council-says">"#, "</p>")?.contains(says) == true)
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `a council that is not clear is kept as typed, for the desk to settle`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        let slip = try await Self.key([("message", "Damp."), ("council", "Atlantis")], by: browser)
        #expect(slip.receipt != nil && slip.html.contains("“Atlantis”"))
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        #expect(waiting.authority == nil)
        #expect(try await browser.get("/desk/\(waiting.id)").html.contains("“Atlantis”"))
    }

    @Test(arguments: ["he has a knife and he is outside my door right now please help", " "])
    func `danger leads the page with what to do, also when the form is refused`(message: String) async throws {
        let site = try await TestStaffSite()
        let council = "I want to kill myself tonight"
        let page = try await Self.key(
            [("message", message), ("council", council)], by: try await site.browser(of: .moderator))
        let guidance = try #require(page.html.range(of: #"id="guidance""#)).lowerBound
        let heading = try #require(page.html.range(of: "<h1>")).lowerBound
        #expect(guidance < heading)
        let waiting = try await site.desk.awaitingDecision()
        #expect(waiting.map(\.urgency) == (page.status == .ok ? [.dangerNow] : []))
    }

    @Test func `what does not sound like danger does not lead with it, and no browser looks at the words`()
        async throws
    {
        let browser = try await TestStaffSite().browser(of: .moderator)
        let form = try await browser.get("/desk/paper").html
        #expect(!form.contains(#"id="guidance""#))
        for field in ["textarea id=\"message\"", "input type=\"text\" id=\"council\""] {
            let tag = try #require(form.components(separatedBy: "<\(field)").last?.split(separator: ">").first)
            #expect(tag.contains(#"autocomplete="off" spellcheck="false""#))
        }
        #expect(try await Self.key([("message", "Damp.")], by: browser).html.contains(#"id="guidance""#) == false)
        #expect(try await browser.get("/desk").html.contains(#"href="/desk/paper""#))
    }

    @Test func `no other role keys anything in`() async throws {
        let site = try await TestStaffSite()
        for role in Role.allCases where ![.moderator, .leadModerator].contains(role) {
            let browser = try await site.browser(of: role)
            let answer = try await site.post("/desk/paper", [("message", "Damp.")], cookie: browser.cookie)
            #expect(answer.status == .forbidden)
        }
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }
}

extension StaffAnswer {
    /// The seven words on a slip; nil where there is none.
    fileprivate var receipt: String? {
        between(#"<p id="receipt" class="receipt" lang="en" dir="ltr" translate="no">"#, "</p>").map(String.init)
    }
}
