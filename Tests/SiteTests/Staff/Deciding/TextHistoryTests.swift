import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// What was done to an accepted text, among the decisions so far.
struct TextHistoryTests {
    private static let accepting = TestStaffSite.accepting([("confirm_identifiers", "yes")])

    /// A concern whose words were accepted by the moderator, with a name that was left in.
    private static func accepted(
        sharing: Sharing = .words
    ) async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser, lead: Browser) {
        let site = try await TestStaffSite(isReadTwice: { _, _ in true })
        let id = try await site.receive("Quokkafern shouts and the hostel is damp.", sharing: sharing)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", accepting).status == .seeOther)
        return (site, id, desk, try await site.browser(of: .leadModerator))
    }

    /// The second reader finds the name that was left in.
    private static func withhold(_ id: ConcernID, by lead: Browser) async throws {
        let found = [
            ("urgency", "concern"), ("area", "looked-after"), ("missed_text", "Quokkafern"), ("missed_kind", "PERSON"),
        ]
        #expect(try await lead.post("/desk/second/\(id)", found).status == .seeOther)
    }

    private static let changing = [
        ("seen", "1"), ("urgency", "concern"), ("area", "care-leavers"), ("add_text", "Quokkafern"),
        ("add_kind", "PERSON"), ("confirm_identifiers", "yes"), ("action", "decide"),
    ]

    /// Each line of the history without its day.
    private static func history(of id: ConcernID, _ browser: Browser) async throws -> [String] {
        let page = try await browser.get("/desk/\(id)").html
        let list = page.components(separatedBy: "Decisions so far").last?.components(separatedBy: "</ol>").first ?? ""
        return list.matches(of: /<li>2026-11-2[0-9]: ([^<]*)<\/li>/).map { String($0.1) }
    }

    @Test func `that a text was withheld and then changed stands behind its acceptance`() async throws {
        let (_, id, desk, lead) = try await Self.accepted()
        try await Self.withhold(id, by: lead)
        #expect(try await desk.post("/desk/\(id)/text", Self.changing).status == .seeOther)
        #expect(
            try await Self.history(of: id, lead) == [
                "Accept, moderator (Concern; Care leavers)", "The words were withheld from inspectors, lead-moderator",
                "What inspectors read was changed, moderator",
            ])
    }

    @Test func `what was decided after a text was withheld stands behind that`() async throws {
        let (_, id, desk, lead) = try await Self.accepted()
        try await Self.withhold(id, by: lead)
        #expect(try await desk.post("/desk/undo", [], from: "/desk").header("Location") == "/desk?done=undo")
        let holding = TestStaffSite.deciding(.hold, [("seen", "2")])
        #expect(try await desk.post("/desk/\(id)", holding).status == .seeOther)
        let lines = try await Self.history(of: id, desk)
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("Accept – undone, moderator") == true)
        #expect(lines.dropFirst().first == "The words were withheld from inspectors, lead-moderator")
        #expect(lines.last?.hasPrefix("Hold ") == true)
    }

    @Test func `where words are only counted, no line speaks of inspectors who read`() async throws {
        let (_, id, desk, lead) = try await Self.accepted(sharing: .counted)
        #expect(try await desk.post("/desk/\(id)/text", Self.changing).status == .seeOther)
        #expect(try await Self.history(of: id, lead).last == "What is counted was changed, moderator")
    }
}
