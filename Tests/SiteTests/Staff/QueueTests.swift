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
        #expect(html.contains("“Danger now” means 999"))
    }

    @Test func `the queue holds nobody's words`() async throws {
        let site = try await TestStaffSite()
        try await site.receive("My name is Tomasz")
        #expect(try await site.browser(of: .moderator).get("/desk").html.contains("Tomasz") == false)
    }

    @Test func `a flood of danger hides none: the counts are of all, and each page goes on`() async throws {
        let site = try await TestStaffSite()
        for _ in 0..<104 { try await site.receive("x", urgency: .dangerNow, arrived: "2026-11-20") }
        let newest = try await site.receive("x", urgency: .dangerNow, arrived: "2026-11-23")
        try await site.receive("x", urgency: .praise)
        let desk = try await site.browser(of: .moderator)
        let first = try await desk.get("/desk").html
        #expect(first.contains("<strong>105</strong> Danger now"))
        #expect(first.contains("1 to 100 of 106"))
        #expect(!first.contains("/desk/\(newest)"))
        #expect(first.contains(#"<a href="/desk?page=2" rel="next">"#))
        let second = try await desk.get("/desk?page=2").html
        #expect(second.contains("/desk/\(newest)"))
        #expect(second.contains("101 to 106 of 106"))
        #expect(try await desk.get("/desk?page=77").html.contains("101 to 106 of 106"))
    }

    @Test func `an empty queue says so`() async throws {
        let html = try await TestStaffSite().browser(of: .leadModerator).get("/desk").html
        #expect(html.contains("Nothing waits for a decision."))
    }
}
