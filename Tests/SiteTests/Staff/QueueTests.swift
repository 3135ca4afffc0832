import Concerns
import Foundation
import Testing

struct QueueTests {
    @Test func `danger comes first with a mark in words, then the longest waiting`() async throws {
        let site = try await TestStaffSite()
        try await site.receive("praise", urgency: .praise, arrived: "2026-11-01")
        let late = try await site.receive("late", arrived: "2026-11-20")
        let early = try await site.receive("early", arrived: "2026-11-10")
        let danger = try await site.receive("danger", urgency: .dangerNow, arrived: "2026-11-23")
        let html = try await site.browser(of: .moderator).get("/desk").html
        let order = try [danger, early, late].map { try #require(html.range(of: "/desk/\($0)")).lowerBound }
        #expect(order == order.sorted())
        #expect(html.contains("! Danger now"))
        #expect(html.contains("Tameside"))
        #expect(html.contains("<strong>2</strong> Concern"))
        #expect(html.contains("Red means 999"))
    }

    @Test func `the queue holds nobody's words`() async throws {
        let site = try await TestStaffSite()
        try await site.receive("My name is Tomasz")
        #expect(try await site.browser(of: .moderator).get("/desk").html.contains("Tomasz") == false)
    }

    @Test func `an empty queue says so`() async throws {
        let html = try await TestStaffSite().browser(of: .leadModerator).get("/desk").html
        #expect(html.contains("Nothing waits for a decision."))
    }
}
