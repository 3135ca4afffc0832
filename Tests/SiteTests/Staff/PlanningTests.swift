import Concerns
import Foundation
import HTTPTypes
import Reinspection
import Store
import Testing

struct PlanningTests {
    @Test func `open cases are listed with clock, months and recommendation`() async throws {
        let page = try await TestStaffSite().browser(of: .planner).get("/planning")
        #expect(page.status == .ok)
        #expect(page.html.contains("/planning/E08000008?policy=who-cares-trust-2016"))
        #expect(page.html.contains("clock not started"))
    }

    @Test func `a case shows each area of the scope with its reason, and the draw`() async throws {
        let page = try await TestStaffSite().browser(of: .planner).get("/planning/E08000008")
        #expect(page.html.contains("How children and young people are listened to is always inspected."))
        #expect(page.html.contains("(T14)"))
        #expect(page.html.contains("(P14)"))
        #expect(page.html.contains("(T15)"))
        #expect(page.html.contains("shuffle-1"))
    }

    @Test func `another policy can be looked at`() async throws {
        let planner = try await TestStaffSite().browser(of: .planner)
        let page = try await planner.get("/planning/E08000008?policy=ofsted-2016-proposal")
        #expect(page.status == .ok)
        #expect(!page.html.contains("(T14)"))
        #expect(page.html.contains(#"<option value="ofsted-2016-proposal" selected>"#))
        #expect(try await planner.get("/planning?policy=ofsted-2016-proposal").status == .ok)
        #expect(try await planner.get("/planning?policy=nobodys").status == .notFound)
    }

    @Test(arguments: [
        [("submitted", "2026-10-01")], [("day", "1"), ("month", "10"), ("year", "2026")],
    ])
    func `the statement's day starts the clock`(fields: [(String, String)]) async throws {
        let site = try await TestStaffSite()
        let planner = try await site.browser(of: .planner)
        let answer = try await planner.post("/planning/E08000008", fields)
        #expect(answer.status == .seeOther)
        #expect(try await site.records.statementDates.all().values.contains(Day("2026-10-01")))
        let page = try await planner.get(try #require(answer.header("Location")))
        #expect(page.html.contains("running since 2026-10-01; limit 2028-10-01"))
        #expect(page.html.contains("The day was entered."))
    }

    @Test(arguments: [
        ([("submitted", "")], "submitted", "Enter the day."),
        ([("submitted", "yesterday")], "submitted", "Write the day as year, month and day"),
        ([("submitted", "2026-02-30")], "submitted", "There is no such day."),
        ([("submitted", "2026-12-01")], "submitted", "That day is still to come."),
        ([("submitted", "1999-12-01")], "submitted", "That day is before the report"),
        ([("day", "31"), ("month", "2"), ("year", "2026")], "day", "There is no such day."),
    ])
    func `a day that cannot be is refused beside its field, and kept`(
        fields: [(String, String)], field: String, says: String
    ) async throws {
        let site = try await TestStaffSite()
        let page = try await site.browser(of: .planner).post("/planning/E08000008", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("<a href=\"#\(field)\">\(says)"))
        for (name, value) in fields { #expect(page.html.contains("name=\"\(name)\" value=\"\(value)\"")) }
        #expect(try await site.records.statementDates.all().isEmpty)
    }

    @Test func `cases are in the order that the table says, by days`() async throws {
        let site = try await TestStaffSite()
        let planner = try await site.browser(of: .planner)
        let html = try await planner.get("/planning").html
        let late = html.matches(of: /statement was due [0-9-]+, (\d+) days ago/).compactMap { Int($0.1) }
        #expect(late.count > 1 && late == late.sorted(by: >))
        #expect(html.contains("The most days past the day for the statement"))
        // Nothing is late any more once the statement is there.
        #expect(try await planner.post("/planning/E08000008", [("submitted", "2026-11-01")]).status == .seeOther)
        let after = try await planner.get("/planning").html
        let rows = after.components(separatedBy: "<th scope=\"row\">")
        #expect(rows.last?.contains("running since 2026-11-01") == true)
    }

    @Test func `the framework is named by its title`() async throws {
        let html = try await TestStaffSite().browser(of: .planner).get("/planning/E08000008").html
        #expect(html.contains("<dt>Framework</dt><dd>"))
        for framework in try ReinspectionFacts(files: StaffFiles.facts()).frameworks {
            #expect(!html.contains("<dd>\(framework.id)</dd>"))
        }
    }

    @Test func `a planner's pages hold no words of a concern`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        #expect(try await site.browser(of: .planner).get("/planning/E08000008").html.contains("hostel") == false)
    }

    @Test func `a council that was never inadequate has no case`() async throws {
        let page = try await TestStaffSite().browser(of: .planner).get("/planning/E09000033")
        #expect(page.status == .ok)
        #expect(page.html.contains("there is no case"))
    }
}
