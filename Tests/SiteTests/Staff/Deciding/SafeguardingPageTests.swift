import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct SafeguardingPageTests {
    /// A danger that one moderator escalated, with who the young person is.
    private static func escalated() async throws -> (site: TestStaffSite, id: ConcernID, first: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("He has a knife.", urgency: .dangerNow)
        let first = try await site.browser(of: .moderator)
        let fields = TestStaffSite.deciding(
            .escalate, [("identity", "yes"), ("reference", "CAD 1234")])
        #expect(try await first.post("/desk/\(id)", fields).header("Location") == "/desk?done=escalate")
        return (site, id, first)
    }

    private static func answer(
        _ site: TestStaffSite, _ id: ConcernID, _ action: String, note: String = "", by browser: Browser
    ) async throws -> StaffAnswer {
        let record = try #require(try await site.desk.safeguardingRecords(of: id).first)
        return try await browser.post(
            "/desk/\(id)/safeguarding",
            [("record", record.id.description), ("action", action), ("note", note)], from: "/desk")
    }

    @Test func `the queue asks for a second moderator, and ringing never waits for one`() async throws {
        let (site, id, first) = try await Self.escalated()
        #expect(try await first.get("/desk").html.contains("waits for a second moderator"))
        let page = try await site.browser(of: .leadModerator).get("/desk/\(id)").html
        #expect(page.contains("/desk/\(id)/safeguarding") && page.contains("waits for a second moderator"))
        #expect(page.contains("Ringing never waits for a form or for a second moderator."))
    }

    @Test func `the first reads what was passed on but cannot confirm it`() async throws {
        let (site, id, first) = try await Self.escalated()
        let page = try await first.get("/desk/\(id)/safeguarding").html
        #expect(page.contains("Where the hostel is.") && page.contains("CAD 1234") && page.contains("Police, 999"))
        #expect(!page.contains(#"value="confirm""#))
        let refused = try await Self.answer(site, id, "confirm", by: first)
        #expect(refused.status == .conflict && refused.html.contains("You passed this on yourself."))
    }

    @Test func `another confirms, having read it, and both are in the log`() async throws {
        let (site, id, _) = try await Self.escalated()
        let second = try await site.browser(of: .leadModerator)
        let page = try await second.get("/desk/\(id)/safeguarding").html
        #expect(page.contains("Where the hostel is.") && page.contains(#"value="confirm""#))
        #expect(try await Self.answer(site, id, "confirm", by: second).header("Location") == "/desk?done=confirm")
        #expect(try await second.get("/desk?done=confirm").html.contains("waits for a second") == false)
        let lines = try await site.log.lines(about: id.description)
        #expect(lines.map(\.did).prefix(2) == ["confirmed escalation", "read safeguarding record"])
        #expect(lines.map(\.who).prefix(2) == ["lead-moderator", "lead-moderator"])
    }

    @Test func `whoever declines says why, and what was typed stays`() async throws {
        let (site, id, first) = try await Self.escalated()
        let second = try await site.browser(of: .leadModerator)
        let asked = try await Self.answer(site, id, "decline", by: second)
        #expect(asked.status == .unprocessableContent && asked.html.contains("Write why you decline."))
        #expect(try await Self.answer(site, id, "decline", note: "Too much.", by: second).status == .seeOther)
        let page = try await first.get("/desk/\(id)/safeguarding").html
        #expect(page.contains("Declined by lead-moderator") && page.contains("Too much."))
        // Nobody may have been told, so it is called for as before.
        let queue = try await first.get("/desk").html
        #expect(queue.contains("a second moderator declined; decide anew"))
    }

    @Test func `until then it is not accepted, and says why`() async throws {
        let (_, id, first) = try await Self.escalated()
        let page = try await first.post("/desk/\(id)", TestStaffSite.accepting([("seen", "1")]))
        #expect(page.status == .conflict)
        #expect(page.html.contains("A second moderator has still to confirm or decline"))
    }

    @Test func `the words of the record are nowhere in the database, and no one else enters`() async throws {
        let (site, id, _) = try await Self.escalated()
        let record = try #require(try await site.desk.safeguardingRecords(of: id).first)
        for bytes in [record.note?.sealed, record.note?.key] {
            #expect(bytes?.range(of: Data("Where the hostel is.".utf8)) == nil)
        }
        for role in [Role.inspector, .planner, .advocate] {
            let page = try await site.browser(of: role).get("/desk/\(id)/safeguarding")
            #expect(page.status == .forbidden)
        }
    }

    @Test func `a moderator without the team's key reads no record`() async throws {
        let (site, id, _) = try await Self.escalated()
        try await site.addAccount("new", .moderator, nil)
        let page = try await site.browser(of: "new").get("/desk/\(id)/safeguarding")
        #expect(page.status == .conflict && !page.html.contains("Where the hostel is."))
    }

    @Test func `where nothing was passed on there is no page`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        #expect(try await site.browser(of: .moderator).get("/desk/\(id)/safeguarding").status == .notFound)
    }
}
