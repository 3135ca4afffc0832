import Concerns
import HTTPTypes
import Store
import Testing

struct StaffLogTests {
    @Test func `a search stands in the log with who made it, and never with its words`() async throws {
        let site = try await TestStaffSite()
        let inspector = try await site.browser(of: .inspector)
        _ = try await inspector.get("/intelligence?words=zyxbrindle&authority=E08000008")
        _ = try await inspector.get("/intelligence?words=zyxbrindle&page=2")
        let lines = try await site.log.lines(about: "moderated concerns")
        #expect(
            lines
                == Array(
                    repeating: LogLine(
                        day: site.today, who: "inspector", did: "searched", about: "moderated concerns"), count: 2))
    }

    @Test func `reading a council's page and a plan stands in the log`() async throws {
        let site = try await TestStaffSite()
        let code = TestStaffSite.inadequate
        _ = try await site.browser(of: .inspector).get("/intelligence/\(code)")
        let planner = try await site.browser(of: .planner)
        _ = try await planner.get("/planning")
        _ = try await planner.get("/planning/\(code)")
        #expect(try await site.log.lines(about: code).map(\.did) == ["read the plan", "read the council’s page"])
        #expect(try await site.log.lines(about: "all open cases").map(\.who) == ["planner"])
        #expect(try await site.log.verify().fault == nil)
    }

    @Test func `where a search cannot be written down, nothing is found`() async throws {
        let site = try await TestStaffSite(notLogged: "searched")
        let answer = try await site.browser(of: .inspector).get("/intelligence?words=damp")
        #expect(answer.status.code >= 500)
    }
}
