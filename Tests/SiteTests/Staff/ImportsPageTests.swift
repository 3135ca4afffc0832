import Concerns
import Store
import Testing

struct ImportsPageTests {
    private static func report(_ days: Int, _ way: ImportReport.Way, in site: TestStaffSite) -> ImportReport {
        ImportReport(
            day: site.today + days, way: way, who: "command line",
            counts: [
                .init(outcome: "imported", reason: "It was read.", count: 12),
                .init(outcome: "rejected", reason: "It is an <automatic> answer.", count: 3),
            ])
    }

    @Test func `each day's imports are shown with their way, person, outcomes, reasons and counts`() async throws {
        let site = try await TestStaffSite()
        try await site.records.intake.note(Self.report(-1, .watch, in: site))
        try await site.records.intake.note(Self.report(-200, .command, in: site))
        let html = try await site.browser(of: .moderator).get("/desk/imports").html
        for words in [
            "2026-11-23", "watched folder", "command line", ">Taken<", ">12<", ">Refused<", ">3<",
            "It is an &lt;automatic&gt; answer.",
        ] { #expect(html.contains(words), "\(words)") }
        #expect(!html.contains("2026-05"))
    }

    @Test func `where nothing was imported it says so, and the queue leads to the page`() async throws {
        let desk = try await TestStaffSite().browser(of: .leadModerator)
        #expect(try await desk.get("/desk/imports").html.contains("Nothing was imported lately."))
        #expect(try await desk.get("/desk").html.contains(#"href="/desk/imports""#))
    }
}
