import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct QuarantineTests {
    /// The fields of a form that keys a message in.
    private static func keyed(_ more: [(String, String)] = []) -> [(String, String)] {
        [("action", "keep"), ("channel", "email"), ("message", "The hostel is damp.")] + more
    }

    @Test func `the list has danger first with a mark in words, the reason, and nobody's words`() async throws {
        let site = try await TestStaffSite()
        let unread = try await site.quarantine(urgency: nil, arrived: "2026-11-10")
        let danger = try await site.quarantine(urgency: .dangerNow, reason: "It is cut off.", arrived: "2026-11-23")
        let html = try await site.browser(of: .moderator).get("/desk/quarantine").html
        let order = try [danger, unread].map { try #require(html.range(of: "/desk/quarantine/\($0)")).lowerBound }
        #expect(order == order.sorted())
        #expect(html.contains("! Danger now") && html.contains("It is cut off.") && html.contains("not known"))
        #expect(html.contains("1 to 2 of 2") && !html.contains("hostel"))
        #expect(
            try await TestStaffSite().browser(of: .moderator).get("/desk/quarantine").html.contains("Nothing is in"))
    }

    @Test func `the queue counts what is in quarantine, and leads with what sounds like danger there`() async throws {
        let site = try await TestStaffSite()
        try await site.quarantine()
        let desk = try await site.browser(of: .moderator)
        let calm = try await desk.get("/desk").html
        #expect(calm.contains("In quarantine: 1") && !calm.contains("danger-mark"))
        try await site.quarantine(urgency: .dangerNow)
        try await site.receive("danger", urgency: .dangerNow)
        let html = try await desk.get("/desk").html
        let lead = try #require(html.range(of: "sounding like danger: 1")).lowerBound
        #expect(lead < (try #require(html.range(of: "<h1>")).lowerBound))
        #expect(html.contains("In quarantine: 2"))
    }

    @Test func `one is opened with why, what could be read and its source, and is logged`() async throws {
        let site = try await TestStaffSite()
        let source = "Subject: <b>hi\u{202E}\r\n\r\nThe hostel is\u{202E} damp\u{0}.\r\n"
        let id = try await site.quarantine(Data(source.utf8) + [0xE9])
        let page = try await site.browser(of: .moderator).get("/desk/quarantine/\(id)")
        #expect(page.status == .ok)
        #expect(page.html.contains("Its text cannot be read for certain."))
        let shown = try #require(page.between("aria-label=\"The source as it came\">", "</div>"))
        #expect(shown.contains("&lt;b&gt;hi‹U+202E›\n") && shown.contains("damp␀.\n‹E9›"))
        #expect(!shown.contains("\u{202E}"))
        #expect(page.between("id=\"message\"", "</textarea>")?.contains("The hostel is") == true)
        #expect(page.html.contains("value=\"counted\" checked"))
        #expect(try await site.log.lines(about: id.description).map(\.did) == ["opened"])
    }

    @Test func `of a long source its beginning is shown, and all of it is downloaded as a file of no kind`()
        async throws
    {
        let site = try await TestStaffSite()
        let source = TestStaffSite.mail + String(repeating: "damp ", count: 20_000) + "the end"
        let id = try await site.quarantine(Data(source.utf8))
        let desk = try await site.browser(of: .moderator)
        let page = try await desk.get("/desk/quarantine/\(id)").html
        #expect(page.contains("The first 64 of 98 KiB are shown.") && !page.contains("the end"))
        let file = try await desk.get("/desk/quarantine/\(id)/source")
        #expect(file.html == source)
        #expect(file.header("Content-Type") == "application/octet-stream")
        #expect(file.header("Content-Disposition") == "attachment; filename=\"message.bin\"")
        #expect(file.header("X-Content-Type-Options") == "nosniff" && file.header("Cache-Control") == "no-store")
        #expect(try await site.log.lines(about: id.description).map(\.did) == ["downloaded", "opened"])
    }

    @Test func `what is keyed in becomes a concern of the same number, and the source is gone`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine(urgency: .safeguarding)
        let desk = try await site.browser(of: .moderator)
        let fields = Self.keyed([
            ("council", "Tameside"), ("area", "care-leavers"), ("age_band", "16-17"), ("channel", "sms"),
        ])
        let answer = try await desk.post("/desk/quarantine/\(id)", fields.filter { $0 != ("channel", "email") })
        #expect(answer.header("Location") == "/desk/\(id)")
        let waiting = try #require(try await site.desk.awaitingDecision().first)
        #expect(waiting.id == id && waiting.channel == .sms && waiting.urgency == .safeguarding)
        #expect(waiting.authority?.description == TestStaffSite.inadequate)
        let review = try await desk.get("/desk/\(id)").html
        #expect(review.contains("The hostel is damp.") && review.contains("16 or 17"))
        #expect(review.contains("only to be counted"))
        let closed = try await desk.get("/desk/quarantine/\(id)")
        #expect(closed.status == .conflict && closed.html.contains("It is a concern now"))
        #expect(try await desk.get("/desk/quarantine/\(id)/source").status == .conflict)
        #expect(try await site.desk.quarantined(id)?.source.isEmpty == true)
        let log = try await site.log.lines(about: id.description).map(\.did)
        #expect(log.contains("took from quarantine"))
    }

    @Test func `what stood beside the words and its attachments go along to the review`() async throws {
        let site = try await TestStaffSite()
        let source =
            "Subject: Re: visit\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/plain\r\n\r\nI was not asked.\r\n\r\nOn Mon, 16 Nov 2026, Kim Lee wrote:\r\n"
            + "> How was it?\r\n--b\r\nContent-Type: image/png; name=room.png\r\n"
            + "Content-Disposition: attachment; filename=room.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + "iVBORw0KGgo=\r\n--b--\r\n"
        let id = try await site.quarantine(Data(source.utf8))
        let desk = try await site.browser(of: .moderator)
        let fields = Self.keyed().filter { $0.0 != "message" } + [("message", "I was not asked.")]
        #expect(try await desk.post("/desk/quarantine/\(id)", fields).status == .seeOther)
        let review = try await desk.get("/desk/\(id)")
        let beside = try #require(review.between("<details class=\"parted\">", "</details>"))
        #expect(beside.contains("How was it?") && beside.contains("room.png"))
        #expect(!beside.contains("I was not asked."))
        #expect(!review.html.replacing(beside, with: "").contains("How was it?"))
    }

    @Test func `danger that is keyed in leads the queue, whatever the mail sounded like`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine(urgency: nil)
        let fields =
            Self.keyed().filter { $0.0 != "message" } + [("message", "I want to kill myself tonight")]
        let answer = try await site.browser(of: .moderator).post("/desk/quarantine/\(id)", fields)
        #expect(answer.status == .seeOther)
        #expect(try await site.desk.awaitingDecision().map(\.urgency) == [.dangerNow])
        #expect(try await site.desk.waitingDanger() == [id])
    }

    @Test func `danger in quarantine opens with what to do before anything else`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine(urgency: .dangerNow)
        let calm = try await site.quarantine()
        let desk = try await site.browser(of: .moderator)
        let page = try await desk.get("/desk/quarantine/\(id)").html
        let guidance = try #require(page.range(of: #"id="guidance""#)).lowerBound
        #expect(guidance < (try #require(page.range(of: "<h1>")).lowerBound))
        #expect(try await desk.get("/desk/quarantine/\(calm)").html.contains(#"id="guidance""#) == false)
    }

    @Test(arguments: SetAside.allCases)
    func `what is set aside leaves the list for good`(reason: SetAside) async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine()
        let desk = try await site.browser(of: .moderator)
        let answer = try await desk.post(
            "/desk/quarantine/\(id)", [("action", "set-aside"), ("set_aside", reason.rawValue)])
        #expect(answer.header("Location") == "/desk/quarantine?done=set-aside")
        #expect(try await desk.get("/desk/quarantine?done=set-aside").html.contains("its source is erased"))
        #expect(try await desk.get("/desk/quarantine/\(id)").html.contains("This was set aside"))
        #expect(try await site.desk.awaitingDecision().isEmpty)
        #expect(
            try await site.log.lines(about: id.description).map(\.did).contains("set aside as \(reason.rawValue)"))
    }

    @Test func `who comes second is told, and gets what they keyed in back`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine()
        let (first, second) = (try await site.browser(of: .moderator), try await site.browser(of: .leadModerator))
        let done = try await first.post("/desk/quarantine/\(id)", [("action", "set-aside"), ("set_aside", "spam")])
        #expect(done.status == .seeOther)
        let late = try await second.post("/desk/quarantine/\(id)", Self.keyed(), from: "/desk/quarantine")
        #expect(late.status == .conflict)
        #expect(late.html.contains("This was set aside") && late.html.contains("The hostel is damp."))
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test(arguments: [
        ("message", " ", "Key in what is written."), ("channel", "web", "Choose how it came to us."),
        ("area", "all", "There is no such area."), ("set_aside", "", "Choose why it is set aside."),
    ])
    func `a refused form says what is wrong beside its field, keeps all that was typed and changes nothing`(
        field: String, value: String, says: String
    ) async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine()
        let action = field == "set_aside" ? "set-aside" : "keep"
        let fields =
            Self.keyed([("council", "Atlantis <1>"), ("age_band", "under-11")])
            .filter { $0.0 != field && $0.0 != "action" } + [("action", action), (field, value)]
        let page = try await site.browser(of: .moderator).post("/desk/quarantine/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("<a href=\"#\(field)\">\(says)"))
        #expect(page.html.contains(#"value="Atlantis &lt;1&gt;""#))
        #expect(page.html.contains(#"value="under-11" checked"#))
        #expect(try await site.desk.countsQuarantined().waiting == 1)
    }

    @Test func `looking the council up keeps nothing, and where the store fails nothing typed is lost`() async throws {
        let site = try await TestStaffSite(notLogged: "took from quarantine")
        let id = try await site.quarantine()
        let desk = try await site.browser(of: .moderator)
        let looked = Self.keyed([("council", "Tameside")]).filter { $0.0 != "action" } + [("action", "look-up")]
        let page = try await desk.post("/desk/quarantine/\(id)", looked)
        #expect(page.status == .ok && page.html.contains("Understood as: Tameside"))
        let failed = try await desk.post("/desk/quarantine/\(id)", Self.keyed([("council", "Tameside")]))
        #expect(failed.status == .serviceUnavailable)
        #expect(failed.html.contains("It could not be kept just now") && failed.html.contains("The hostel is damp."))
        #expect(try await site.desk.countsQuarantined().waiting == 1)
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }

    @Test func `a moderator whom nobody gave the team's key opens and downloads nothing`() async throws {
        let site = try await TestStaffSite()
        try await site.addAccount("new", .moderator, nil)
        let id = try await site.quarantine()
        let desk = try await site.browser(of: "new")
        for address in ["/desk/quarantine/\(id)", "/desk/quarantine/\(id)/source"] {
            let page = try await desk.get(address)
            #expect(page.status == .conflict && page.html.contains("no copy of the team’s key"))
            #expect(!page.html.contains("damp"))
        }
        #expect(try await site.log.lines(about: id.description).isEmpty)
    }

    @Test func `no other role lists, opens, downloads or settles anything`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine()
        for role in Role.allCases where !role.opensOriginals {
            let browser = try await site.browser(of: role)
            for address in ["", "/\(id)", "/\(id)/source"] {
                #expect(try await browser.get("/desk/quarantine\(address)").status == .forbidden, "\(role)")
            }
            #expect(try await browser.get("/desk/imports").status == .forbidden)
            let answer = try await site.post("/desk/quarantine/\(id)", Self.keyed(), cookie: browser.cookie)
            #expect(answer.status == .forbidden)
        }
        #expect(try await site.desk.countsQuarantined().waiting == 1)
        #expect(try await site.log.lines(about: id.description).isEmpty)
    }

    @Test func `another session's token settles nothing`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.quarantine()
        let (mine, other) = (try await site.browser(of: .moderator), try await site.browser(of: .leadModerator))
        let token = try #require(try await other.get("/desk").between(#"name="token" value=""#, "\""))
        for fields in [Self.keyed(), [("action", "set-aside"), ("set_aside", "spam")]] {
            let answer = try await site.post(
                "/desk/quarantine/\(id)", [("token", String(token))] + fields, cookie: mine.cookie)
            #expect(answer.status == .forbidden)
        }
        #expect(try await site.desk.countsQuarantined().waiting == 1)
    }

    @Test(arguments: ["aaaaaaaaaaaaaaaaaaaaaaaaaa", "nothing", "aaaaaaaaaaaaaaaaaaaaaaaaaa/source"])
    func `what is not there is not found`(address: String) async throws {
        let desk = try await TestStaffSite().browser(of: .moderator)
        #expect(try await desk.get("/desk/quarantine/\(address)").status == .notFound)
    }
}
