import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

struct SecondReadingTests {
    /// A site where everything accepted is read twice.
    private static func site() async throws -> TestStaffSite { try await TestStaffSite(isReadTwice: { _, _ in true }) }

    /// Accepts a concern at the desk as the moderator.
    private static func accepted(
        _ words: String, at site: TestStaffSite, sharing: Sharing = .words, urgency: String = "safeguarding",
        by role: Role = .moderator
    ) async throws -> ConcernID {
        let id = try await site.receive(words, sharing: sharing)
        let fields =
            TestStaffSite.accepting([("confirm_identifiers", "yes")]).filter { $0.0 != "urgency" && $0.0 != "area" }
            + [("urgency", urgency), ("area", "adoption")]
        let answer = try await site.browser(of: role).post("/desk/\(id)", fields)
        #expect(answer.status == .seeOther)
        return id
    }

    private static let coding = [("urgency", "concern"), ("area", "looked-after")]

    @Test func `the second reader sees words and text, nothing chosen, and nothing of the first coding`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("My carer hits me and the room is damp.", at: site)
        let lead = try await site.browser(of: .leadModerator)
        let start = try await lead.get("/desk/second")
        #expect(start.html.contains("Waiting for you: 1") && start.html.contains("/desk/second/\(id)"))
        let page = try await lead.get("/desk/second/\(id)")
        #expect(page.status == .ok)
        #expect(page.html.components(separatedBy: "My carer hits me and the room is damp.").count == 3)
        let main = try #require(page.between("<main", "</main>"))
        for told in [" checked", "<mark>", "The rules noticed", "Decisions so far", "moderator", "danger-mark"] {
            #expect(!main.contains(told), "\(told)")
        }
        // Each urgency and area stands there once, as a choice, and nowhere else.
        for label in ["Safeguarding", "Adoption"] {
            #expect(main.components(separatedBy: label).count == 2, "\(label)")
        }
        let lines = try await site.log.lines(about: id.description)
        #expect(lines.first == LogLine(day: site.today, who: "lead-moderator", did: "opened", about: id.description))
    }

    @Test func `whoever decided is offered nothing, and opens nothing`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("The hostel is damp.", at: site)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.get("/desk/second").html.contains("None waits for you."))
        let page = try await desk.get("/desk/second/\(id)")
        #expect(page.status == .conflict && !page.html.contains("damp"))
        #expect(page.html.contains("You decided about this concern"))
        let sent = try await desk.post("/desk/second/\(id)", Self.coding, from: "/desk/second")
        #expect(sent.status == .conflict)
        #expect(try await site.records.quality(log: site.log).readTwice().isEmpty)
    }

    @Test func `a lead moderator does not read a second time what they decided themselves`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("The hostel is damp.", at: site, by: .leadModerator)
        #expect(try await site.browser(of: .leadModerator).get("/desk/second/\(id)").status == .conflict)
        #expect(try await site.browser(of: .moderator).get("/desk/second/\(id)").status == .ok)
    }

    @Test func `words that were left in are withheld at once, are nowhere kept, and the way to correct them is shown`()
        async throws
    {
        let site = try await Self.site()
        let id = try await Self.accepted("Quokkafern shouts and the hostel is damp.", at: site)
        let inspector = try await site.browser(of: .inspector)
        #expect(try await inspector.get("/intelligence?words=hostel").html.contains("hostel is damp"))
        let lead = try await site.browser(of: .leadModerator)
        let missed = [("missed_text", "quokkafern"), ("missed_kind", "PERSON")]
        let answer = try await lead.post("/desk/second/\(id)", Self.coding + missed)
        #expect(answer.header("Location") == "/desk/second?done=read&missed=\(id)")
        #expect(try await !inspector.get("/intelligence?words=hostel").html.contains("hostel is damp"))
        let next = try await lead.get("/desk/second?done=read&missed=\(id)")
        #expect(next.html.contains("/desk/\(id)/text"))
        let queue = try await site.browser(of: .moderator).get("/desk")
        #expect(queue.html.contains("Texts withheld from inspectors until names are taken out: 1"))
        let page = try await lead.get("/desk/quality")
        #expect(page.html.contains("/desk/\(id)/text"))
        #expect(page.html.contains("1 of 1 texts read a second time (100 %) had something left in."))
        #expect(page.html.contains("<strong>1</strong> name"))
        #expect(!page.html.lowercased().contains("quokkafern"))
        let moderator = try await site.browser(of: .moderator)
        let changes = [
            ("seen", "1"), ("urgency", "concern"), ("area", "care-leavers"), ("add_text", "Quokkafern"),
            ("add_kind", "PERSON"), ("confirm_identifiers", "yes"), ("action", "decide"),
        ]
        #expect(try await moderator.post("/desk/\(id)/text", changes).status == .seeOther)
        let read = try await inspector.get("/intelligence?words=hostel").html
        #expect(read.contains("[name] shouts and the hostel is damp.") && !read.contains("Quokkafern"))
        #expect(try await !moderator.get("/desk").html.contains("Texts withheld"))
    }

    @Test func `what is wrong is said beside its field, and what was typed is still there`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("The hostel is damp.", at: site)
        let lead = try await site.browser(of: .leadModerator)
        let page = try await lead.post(
            "/desk/second/\(id)", [("urgency", "concern"), ("missed_text", "Tomasz"), ("missed_kind", "PERSON")])
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(##"href="#missed_text-0""##) && page.html.contains(#"value="Tomasz""#))
        #expect(page.html.contains("These words are not in the text that inspectors read."))
        #expect(page.html.contains("Choose at least one area, unless it is spam."))
        #expect(page.html.contains(#"value="concern" checked"#))
        #expect(try await site.records.quality(log: site.log).readTwice().isEmpty)
    }

    @Test func `where words only count, nothing can have been left in`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("The hostel is damp.", at: site, sharing: .counted)
        let lead = try await site.browser(of: .leadModerator)
        let page = try await lead.get("/desk/second/\(id)")
        #expect(page.html.contains("Inspectors read none of it") && !page.html.contains("missed_text"))
        #expect(try await lead.post("/desk/second/\(id)", Self.coding).status == .seeOther)
    }

    @Test func `the second of two second readers is told, and changes nothing`() async throws {
        let site = try await Self.site()
        let id = try await Self.accepted("The hostel is damp.", at: site)
        #expect(
            try await site.browser(of: .leadModerator).post("/desk/second/\(id)", Self.coding).status == .seeOther)
        let again = try await site.browser(of: .leadModerator).get("/desk/second/\(id)")
        #expect(again.status == .conflict && again.html.contains("has been read a second time already"))
    }

    @Test func `one that was taken back is not read any more`() async throws {
        let site = try await Self.site()
        let receipt = TestStaffSite.receipt(1)
        let id = try await site.receive("The hostel is damp.", receipt: site.receipts.derive(receipt))
        #expect(
            try await site.browser(of: .moderator).post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        try await site.withdraw(receipt)
        let page = try await site.browser(of: .leadModerator).get("/desk/second/\(id)")
        #expect(page.status == .conflict && page.html.contains("This concern was taken back"))
    }

    @Test(arguments: [Role.advocate, .inspector, .planner, .administrator])
    func `nobody else enters`(role: Role) async throws {
        let site = try await Self.site()
        let browser = try await site.browser(of: role)
        for address in ["/desk/second", "/desk/quality", "/desk/rules"] {
            #expect(try await browser.get(address).status == .forbidden)
        }
    }
}
