import Concerns
import HTTPTypes
import Pages
import Testing

@testable import StaffSite

struct QueueFilterTests {
    @Test(arguments: [
        ("", ""), ("urgency=danger_now&page=3", "urgency=danger_now"),
        ("council=not-said&late=yes", "council=not-said&late=yes"),
        ("state=held&council=E08000008&channel=sms&mine=on", "council=E08000008&channel=sms&state=held&mine=yes"),
        ("urgency=soon&council=Leeds&channel=pigeon&state=accepted", ""), ("urgency=&council=&channel=&state=", ""),
    ])
    func `what was chosen stands in the address, and what is no choice is passed over`(asked: String, kept: String) {
        let filter = QueueFilter(FormFields(bytes: asked.utf8))
        #expect(filter.query == kept)
        #expect(filter.address(ofPage: 2) == "/desk?" + (kept.isEmpty ? "" : kept + "&") + "page=2")
    }

    @Test func `each filter shows what it says, and all at once what fits all`() async throws {
        let site = try await TestStaffSite()
        let danger = try await site.receive("x", urgency: .dangerNow, hasDueTime: true)
        let late = try await site.receive("x", arrived: "2026-11-02")
        let unknown = try await site.receive("x", authority: nil, hasDueTime: true)
        let held = try await site.receive("x", urgency: .safeguarding, hasDueTime: true)
        let browser = try await site.browser(of: .moderator)
        let hold = [("urgency", "safeguarding"), ("decision", "hold"), ("seen", "0"), ("action", "decide")]
        #expect(try await browser.post("/desk/\(held)", hold).status == .seeOther)
        _ = try await browser.get("/desk/\(unknown)")
        let all: Set = [danger, late, unknown, held]
        for (query, expected) in [
            ("", all), ("?urgency=danger_now", [danger]), ("?council=not-said", [unknown]),
            ("?council=\(TestStaffSite.inadequate)", [danger, late, held]), ("?channel=web", all), ("?channel=sms", []),
            ("?state=held", [held]), ("?late=yes", [late]), ("?mine=yes", [unknown]),
            ("?late=yes&urgency=concern&state=waiting", [late]), ("?mine=yes&state=held", []),
        ] as [(String, Set<ConcernID>)] {
            let html = try await browser.get("/desk" + query).html
            #expect(all.filter { html.contains("scope=\"row\"><a href=\"/desk/\($0)") } == expected, "\(query)")
            #expect(html.contains("nothing that fits what you chose. <a href=\"/desk\">Show all") == expected.isEmpty)
            #expect(html.contains("<strong>1</strong> Danger now"), "the counts are of all")
        }
        let chosen = try await browser.get("/desk?urgency=danger_now&late=yes").html
        #expect(chosen.contains(#"<option value="danger_now" selected>"#))
        #expect(chosen.contains(#"name="late" value="yes" checked"#))
        #expect(chosen.contains(#"<option value="not-said">not said</option>"#))
    }

    @Test func `what was chosen is kept from page to page`() async throws {
        let site = try await TestStaffSite()
        for _ in 0..<101 { try await site.receive("x", urgency: .praise) }
        try await site.receive("x")
        let browser = try await site.browser(of: .moderator)
        let first = try await browser.get("/desk?urgency=praise").html
        #expect(first.contains("1 to 100 of 101"))
        #expect(first.contains(#"<a href="/desk?urgency=praise&amp;page=2" rel="next">"#))
        #expect(try await browser.get("/desk?urgency=praise&page=2").html.contains("101 to 101 of 101"))
    }
}
