import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// One moderator and two windows on one concern: nobody else is to be blamed for what they did themselves.
struct OtherWindowTests {
    private static let says = "You decided this meanwhile, in another window."

    private static func site() async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        return (site, id, try await site.browser(of: .moderator))
    }

    @Test func `an older window on what one decided oneself says so, and gives back what was typed`() async throws {
        let (_, id, desk) = try await Self.site()
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let typed = TestStaffSite.accepting([("reply", "You were heard.")])
        let late = try await desk.post("/desk/\(id)", typed, from: "/desk")
        #expect(late.status == .conflict && late.html.contains(Self.says) && late.html.contains("You were heard."))
        #expect(!late.html.contains("Another moderator"))
    }

    @Test func `an older window on what one held oneself says so, and names no other`() async throws {
        let (site, id, desk) = try await Self.site()
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.deciding(.hold)).status == .seeOther)
        let late = try await desk.post("/desk/\(id)", TestStaffSite.deciding(.hold, [("seen", "0")]))
        #expect(late.status == .conflict && late.html.contains(Self.says))
        #expect(late.html.contains("You decided about this since you began here"))
        #expect(!late.html.contains("Another moderator"))
        // Somebody else's older window still names the other.
        _ = try await desk.post("/desk/\(id)/put-back", [], from: "/desk")
        let other = try await site.browser(of: .leadModerator)
        let others = try await other.post("/desk/\(id)", TestStaffSite.deciding(.hold, [("seen", "0")]))
        #expect(others.html.contains("Another moderator held or escalated this concern"))
    }

    @Test func `an older window on a text that one changed oneself says so`() async throws {
        let (_, id, desk) = try await Self.site()
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let changing = [("seen", "1"), ("urgency", "concern"), ("area", "adoption"), ("action", "decide")]
        #expect(try await desk.post("/desk/\(id)/text", changing).status == .seeOther)
        let late = try await desk.post("/desk/\(id)/text", changing)
        #expect(late.status == .conflict && late.html.contains("You changed this meanwhile, in another window."))
    }
}
