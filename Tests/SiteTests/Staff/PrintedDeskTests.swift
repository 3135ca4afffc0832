import Concerns
import Foundation
import HTTPTypes
import Store
import TestSupport
import Testing

/// What a young person wrote is not for paper: whatever page of the desk holds it is printed without it.
struct PrintedDeskTests {
    private static func site() async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("Quokkafern shouts and the hostel is damp.")
        return (site, id, try await site.browser(of: .moderator))
    }

    /// The main part of a page without what the stylesheet keeps off paper.
    private static func printed(_ answer: StaffAnswer) throws -> String {
        let main = try String(#require(answer.between("<main", "</main>")))
        return [
            /<(section|div|dl|q) class="[a-z -]*off-paper".*?<\/\1>/.dotMatchesNewlines(),
            /<(form|details)[ >].*?<\/\1>/.dotMatchesNewlines(),
        ].reduce(main) { $0.replacing($1, with: "") }
    }

    @Test func `the stylesheet prints neither what is marked so, nor forms and what is folded`() throws {
        let staff = try Project.text("Web/Style/2-staff.css").components(separatedBy: "@media print").dropFirst()
        #expect(staff.contains { $0.contains(".off-paper, .put-back { display: none; }") })
        let base = try #require(try Project.text("Web/Style/1-base.css").components(separatedBy: "@media print").last)
        #expect(base.contains(".foot, form, details { display: none; }"))
    }

    @Test func `the page of a concern is printed without its original`() async throws {
        let (_, id, desk) = try await Self.site()
        let page = try await desk.get("/desk/\(id)")
        let printed = try Self.printed(page)
        #expect(page.html.contains(#"id="original""#) && !printed.contains(#"id="original""#))
    }

    @Test func `the page on which a text is changed is printed without any words, before a preview and with it`()
        async throws
    {
        let (_, id, desk) = try await Self.site()
        let accepting = TestStaffSite.accepting([("confirm_identifiers", "yes")])
        #expect(try await desk.post("/desk/\(id)", accepting).status == .seeOther)
        let preview = [("seen", "1"), ("action", "preview"), ("add_text", "damp"), ("add_kind", "OTHER")]
        for page in [try await desk.get("/desk/\(id)/text"), try await desk.post("/desk/\(id)/text", preview)] {
            #expect(page.html.contains("Quokkafern"))
            let printed = try Self.printed(page)
            #expect(printed.contains("Change what inspectors read of"))
            #expect(!printed.contains("Quokkafern") && !printed.contains("hostel"))
        }
    }

    @Test func `the page that asks before two are joined is printed without their words`() async throws {
        let (site, id, desk) = try await Self.site()
        let other = try await site.receive("The hostel is still damp.")
        let asked = try await desk.post("/desk/\(id)", [("action", "merge"), ("merge_with", other.description)])
        #expect(asked.html.contains("Quokkafern"))
        let printed = try Self.printed(asked)
        #expect(printed.contains(String(id.description.prefix(6))) && !printed.contains("Quokkafern"))
    }

    @Test func `the words that made a concern urgent, and what was typed about it, are not printed`() async throws {
        let (site, id, desk) = try await Self.site()
        let danger = try await site.receive("I want to kill myself tonight.", urgency: .dangerNow)
        let reasons = try await desk.get("/desk/\(danger)")
        let read = try Self.printed(reasons)
        #expect(reasons.html.contains(#"<q class="off-paper" dir="auto">"#) && read.contains("Why it is this urgent"))
        #expect(!read.contains("<q"))
        _ = try await desk.post("/desk/\(id)", TestStaffSite.accepting([("confirm_identifiers", "yes")]))
        let typed = TestStaffSite.accepting([("reply", "Quokkafern is told."), ("add_text", "Quokkafern")])
        let late = try await desk.post("/desk/\(id)", typed, from: "/desk")
        #expect(late.html.contains("Quokkafern is told."))
        let closed = try Self.printed(late)
        #expect(closed.contains("Decisions so far") && !closed.contains("Quokkafern"))
    }

    @Test func `neither a second reading nor what is in quarantine is printed with its words`() async throws {
        let site = try await TestStaffSite(isReadTwice: { _, _ in true })
        let id = try await site.receive("Quokkafern shouts and the hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        _ = try await desk.post("/desk/\(id)", TestStaffSite.accepting([("confirm_identifiers", "yes")]))
        let second = try await site.browser(of: .leadModerator).get("/desk/second/\(id)")
        #expect(second.html.contains("Quokkafern"))
        let reading = try Self.printed(second)
        #expect(reading.contains("Second reading") && !reading.contains("Quokkafern"))
        let quarantined = try await desk.get("/desk/quarantine/\(try await site.quarantine())")
        #expect(quarantined.html.contains("The hostel is damp."))
        let source = try Self.printed(quarantined)
        #expect(source.contains("Its text cannot be read for certain.") && !source.contains("damp"))
    }
}
