import Concerns
import Foundation
import Pages
import Reinspection
import StaffSite
import Store
import Testing

struct BriefPageTests {
    @Test func `a brief that is printed folds nothing away and needs no other file`() async throws {
        let site = try await TestStaffSite()
        let facts = try ReinspectionFacts(files: StaffFiles.facts())
        let briefs = Briefs(
            facts: facts, reading: site.records.reading, statementDates: site.records.statementDates,
            drawKey: Data(repeating: 5, count: 32), isDemonstration: false)
        let brief = try await briefs.whole(
            of: GSSCode(TestStaffSite.inadequate), asOf: site.today, policy: facts.defaultPolicy)
        let stylesheet = StyleSheet(css: "body {}")
        let page = try BriefPage(
            templates: Templates(
                sources: StaffFiles.templates(), stylesheet: stylesheet.address, isDemonstration: false),
            words: StaffFiles.words(), stylesheet: stylesheet, authorities: facts.authorities,
            frameworks: facts.frameworks)
        let html = try page.html(of: brief)
        #expect(html.contains("<details open>") && !html.contains("<details>"))
        #expect(html.contains("<style>body{}</style>") && !html.contains("<link"))
        let planned = try await site.browser(of: .planner).get("/planning/\(TestStaffSite.inadequate)").html
        #expect(planned.contains("<details>") && !planned.contains("<details open>"))
    }
}
