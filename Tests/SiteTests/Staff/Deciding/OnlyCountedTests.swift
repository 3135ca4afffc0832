import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// What a young person lets only be counted: nothing at the desk may say that inspectors read it.
struct OnlyCountedTests {
    private static func site() async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive(
            "The hostel is damp.", sharing: .counted, receipt: site.receipts.derive(TestStaffSite.receipt(1)))
        return (site, id, try await site.browser(of: .moderator))
    }

    @Test func `accepted, it is counted, and the desk says that only moderators read the words`() async throws {
        let (_, id, desk) = try await Self.site()
        let done = try await desk.post("/desk/\(id)", TestStaffSite.accepting())
        #expect(done.header("Location") == "/desk?done=counted")
        let notice = try await desk.get("/desk?done=counted").between(#"role="status">"#, "<")
        #expect(notice == "Accepted. It is counted, and nobody but the moderators reads its words.")
        let changing = [("seen", "1"), ("urgency", "concern"), ("area", "adoption"), ("action", "decide")]
        let changed = try await desk.post("/desk/\(id)/text", changing)
        #expect(changed.header("Location") == "/desk?done=recounted")
        #expect(try await desk.get("/desk?done=recounted").html.contains("It is counted anew, and nobody but"))
    }

    @Test func `neither its page nor that on which it is changed offers what inspectors would read`() async throws {
        let (_, id, desk) = try await Self.site()
        let page = try await desk.get("/desk/\(id)").html
        #expect(page.contains(">Check what I chose</button>"))
        _ = try await desk.post("/desk/\(id)", TestStaffSite.accepting())
        let closed = try await desk.get("/desk/\(id)").html
        #expect(closed.contains(">Change how it is counted</a>"))
        let text = try await desk.get("/desk/\(id)/text").html
        #expect(text.contains("<h1>Change how we count"))
        for html in [page, closed, text] {
            #expect(!html.contains("Show what inspectors will read") && !html.contains("Change what inspectors read"))
        }
    }

    @Test func `no prepared answer says that inspectors were told what was written`() async throws {
        let (site, id, desk) = try await Self.site()
        let page = try await desk.get("/desk/\(id)").html
        #expect(!page.contains(#"value="asked-inspectors""#) && page.contains(#"value="counted-only""#))
        let untrue = TestStaffSite.accepting([("reply_template", "asked-inspectors")])
        let refused = try await desk.post("/desk/\(id)", untrue)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.html.contains("Choose a prepared answer from the list."))
        let read = try await site.receive(
            "The hostel is damp.", receipt: site.receipts.derive(TestStaffSite.receipt(2)))
        #expect(try await desk.get("/desk/\(read)").html.contains(#"value="asked-inspectors""#))
    }
}
