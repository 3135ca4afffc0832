import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

@testable import StaffSite

struct UndoPageTests {
    private static func accepted() async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        return (site, id, desk)
    }

    @Test func `the queue offers to undo what one did last, and it waits again`() async throws {
        let (site, id, desk) = try await Self.accepted()
        #expect(try await desk.get("/desk").html.contains("Undo: accept \(id.description.prefix(6))"))
        let done = try await desk.post("/desk/undo", [], from: "/desk")
        #expect(done.header("Location") == "/desk?done=undo")
        let queue = try await desk.get("/desk?done=undo").html
        #expect(queue.contains("It is as it was before.") && !queue.contains("Undo: "))
        #expect(try await site.desk.concern(id)?.summary.state == .waiting)
        #expect(try await site.records.reading.voices().isEmpty)
        #expect(try await desk.get("/desk/\(id)").html.contains("Accept – undone"))
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting([("seen", "2")])).status == .seeOther)
    }

    @Test func `after ten minutes it stays`() async throws {
        let (site, id, desk) = try await Self.accepted()
        site.clock.advance(by: 10 * 60)
        #expect(try await desk.get("/desk").html.contains("Undo: ") == false)
        let late = try await desk.post("/desk/undo", [], from: "/desk")
        #expect(late.status == .conflict && late.html.contains("nothing of yours that can still be undone"))
        #expect(try await site.desk.concern(id)?.summary.state == .accepted)
    }

    @Test func `nobody undoes another's decision`() async throws {
        let (site, id, _) = try await Self.accepted()
        let other = try await site.browser(of: .leadModerator)
        #expect(try await other.get("/desk").html.contains("Undo: ") == false)
        #expect(try await other.post("/desk/undo", [], from: "/desk").status == .conflict)
        #expect(try await site.desk.concern(id)?.summary.state == .accepted)
    }

    @Test func `an escalation that was confirmed is not undone, and the page says why`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("He has a knife.", urgency: .dangerNow)
        let first = try await site.browser(of: .moderator)
        _ = try await first.post("/desk/\(id)", TestStaffSite.deciding(.escalate, [("identity", "yes")]))
        let record = try #require(try await site.desk.safeguardingRecords(of: id).first)
        _ = try await site.browser(of: .leadModerator).post(
            "/desk/\(id)/safeguarding", [("record", record.id.description), ("action", "confirm")], from: "/desk")
        let refused = try await first.post("/desk/undo", [], from: "/desk")
        #expect(refused.status == .conflict && refused.html.contains("A second moderator has answered"))
    }

    @Test(arguments: ["split", "merge"])
    func `a split and a merge are undone too`(act: String) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("He comes into my room.")
        let other = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        let splitting = [("action", "split"), ("part", "0-22"), ("part_urgency", "danger_now")]
        let done =
            act == "split"
            ? try await desk.post("/desk/\(id)", splitting) : try await desk.merge(id, with: other.description)
        #expect(done.header("Location") == "/desk?done=\(act)")
        #expect(try await desk.post("/desk/undo", [], from: "/desk").header("Location") == "/desk?done=undo")
        #expect(try await site.desk.awaitingDecision().count == 2)
        #expect(try await site.desk.concern(id)?.mergedWith.isEmpty == true)
    }

    @Test func `after taking apart the offer names that, and undone the two are one again`() async throws {
        let site = try await TestStaffSite()
        let (id, other) = (try await site.receive("The hostel is damp."), try await site.receive("It is still damp."))
        let desk = try await site.browser(of: .moderator)
        _ = try await desk.merge(id, with: other.description)
        let apart = [("action", "apart"), ("seen", "0")]
        #expect(try await desk.post("/desk/\(id)", apart).header("Location") == "/desk?done=apart")
        #expect(
            try await desk.get("/desk").html.contains("Undo: took apart \(id.description.prefix(6))"))
        #expect(try await desk.post("/desk/undo", [], from: "/desk").header("Location") == "/desk?done=undo")
        #expect(try await site.desk.concern(id)?.mergedWith == [other])
    }

    @Test func `a session that ended on the way is led back to the queue`() async throws {
        let site = try await TestStaffSite()
        #expect(try await site.browser(of: .moderator).get("/desk/undo").header("Location") == "/desk")
    }
}
