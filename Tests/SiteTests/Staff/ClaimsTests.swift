import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

@testable import StaffSite

/// Two moderators and one concern.
struct ClaimsTests {
    private static let lease = 20 * 60

    private func site() async throws -> (TestStaffSite, ConcernID, one: Browser, other: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.", receipt: site.receipts.derive(TestStaffSite.receipt(1)))
        return (site, id, try await site.browser(of: .moderator), try await site.browser(of: .leadModerator))
    }

    @Test func `whoever opens a concern has it: the other sees who and since when, no words, and nothing is logged`()
        async throws
    {
        let (site, id, one, other) = try await site()
        #expect(try await one.get("/desk/\(id)").html.contains("The hostel is damp."))
        site.clock.advance(by: 5 * 60)
        let page = try await other.get("/desk/\(id)")
        #expect(page.status == .ok)
        #expect(page.html.contains("moderator has had this concern open for 5 minutes."))
        #expect(page.html.contains("action=\"/desk/\(id)/take-over\""))
        #expect(!page.html.contains("damp"))
        #expect(try await site.log.lines(about: id.description).map(\.who) == ["moderator"])
        #expect(try await other.get("/desk").html.contains("moderator, for 5 minutes"))
        #expect(try await one.get("/desk").html.contains("you, for 5 minutes"))
    }

    @Test
    func `taken over, the first one's decision is refused, what they typed is given back, and nothing is overwritten`()
        async throws
    {
        let (site, id, one, other) = try await site()
        _ = try await one.get("/desk/\(id)")
        let taken = try await other.post("/desk/\(id)/take-over", [], from: "/desk")
        #expect(taken.status == .seeOther && taken.header("Location") == "/desk/\(id)")
        #expect(try await site.log.lines(about: id.description).map(\.did) == ["took over", "opened"])
        #expect(try await other.get("/desk/\(id)").html.contains("The hostel is damp."))

        let form = TestStaffSite.accepting([
            ("reply", "We asked <them> today."), ("add_text", "the hostel"), ("add_kind", "OTHER"),
        ])
        let clash = try await one.post("/desk/\(id)", form, from: "/desk")
        #expect(clash.status == .conflict)
        for part in [
            "your decision was not taken down", "lead-moderator has had this concern open",
            "We asked &lt;them&gt; today.",
            ">Accept</dd>", ">Concern</dd>", ">Tameside</dd>", ">the hostel</dd>",
        ] { #expect(clash.html.contains(part), "\(part)") }
        #expect(try await site.desk.concern(id)?.decisions.isEmpty == true)

        let decided = try await other.post("/desk/\(id)", TestStaffSite.accepting())
        #expect(decided.status == .seeOther)
        let late = try await one.post("/desk/\(id)", form, from: "/desk")
        #expect(late.status == .conflict)
        #expect(late.html.contains("We asked &lt;them&gt; today.") && late.html.contains(">Tameside</dd>"))
        #expect(late.html.contains("Accept, lead-moderator"))
        #expect(try await site.desk.concern(id)?.decisions.map(\.by) == ["lead-moderator"])
    }

    @Test func `danger can be taken over at once, and the page says so`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("x", urgency: .dangerNow)
        _ = try await site.browser(of: .moderator).get("/desk/\(id)")
        let other = try await site.browser(of: .leadModerator)
        #expect(try await other.get("/desk/\(id)").html.contains("take it over at once"))
        _ = try await other.post("/desk/\(id)/take-over", [], from: "/desk")
        #expect(try await other.get("/desk/\(id)").html.contains("put-back"))
    }

    @Test func `the lease ends after its minutes without an act, and each act begins it anew`() async throws {
        let (site, id, one, other) = try await site()
        _ = try await one.get("/desk/\(id)")
        site.clock.advance(by: Self.lease - 1)
        let preview = TestStaffSite.accepting().filter { $0.0 != "action" } + [("action", "preview")]
        #expect(try await one.post("/desk/\(id)", preview, from: "/desk").status == .ok)
        _ = try await other.get("/desk")
        site.clock.advance(by: Self.lease - 1)
        #expect(try await other.get("/desk/\(id)").html.contains("has had this concern open for 39 minutes"))
        site.clock.advance(by: 1)
        #expect(try await other.get("/desk/\(id)").html.contains("The hostel is damp."))
        #expect(try await one.post("/desk/\(id)", TestStaffSite.accepting(), from: "/desk").status == .conflict)
    }

    @Test(arguments: ["put back", "sign out", "sit idle", "hold"])
    func `it is free again when its moderator leaves it`(how: String) async throws {
        let (site, id, one, other) = try await site()
        let page = try await one.get("/desk/\(id)")
        #expect(page.html.contains("action=\"/desk/\(id)/put-back\""))
        switch how {
        case "put back":
            let answer = try await one.post("/desk/\(id)/put-back", [], from: "/desk")
            #expect(answer.status == .seeOther && answer.header("Location") == "/desk")
        case "sign out": _ = try await one.post("/sign-out", [], from: "/desk")
        case "hold":
            let hold = [("urgency", "concern"), ("decision", "hold"), ("seen", "0"), ("action", "decide")]
            #expect(try await one.post("/desk/\(id)", hold, from: "/desk").status == .seeOther)
        default:
            site.clock.advance(by: Sessions.idleSeconds - 60)
            _ = try await other.get("/desk")
            site.clock.advance(by: 60)
            await site.sessions.sweep(atSecond: site.clock.second)
        }
        #expect(await site.sessions.claims.all(atSecond: 0, lease: .max).isEmpty)
        #expect(try await other.get("/desk/\(id)").html.contains("The hostel is damp."))
    }

    @Test func `a second browser of the same moderator opens what is theirs, and nobody puts back what is another's`()
        async throws
    {
        let (site, id, one, other) = try await site()
        _ = try await one.get("/desk/\(id)")
        let second = try await site.browser(of: .moderator)
        #expect(try await second.get("/desk/\(id)").html.contains("The hostel is damp."))
        _ = try await other.post("/desk/\(id)/put-back", [], from: "/desk")
        #expect(try await other.get("/desk/\(id)").html.contains("damp") == false)
    }

    @Test func `what cannot be opened is not claimed`() async throws {
        let (site, id, one, other) = try await site()
        try await site.addAccount("new", .moderator, nil)
        _ = try await site.browser(of: "new").get("/desk/\(id)")
        #expect(try await one.get("/desk/\(id)").html.contains("The hostel is damp."))
        #expect(try await one.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        #expect(try await other.get("/desk/\(id)").html.contains("take-over") == false)
        #expect(await site.sessions.claims.all(atSecond: 0, lease: .max).isEmpty)
    }

    @Test func `taking over and putting back need the session's token`() async throws {
        let (site, id, one, _) = try await site()
        for act in ["take-over", "put-back"] {
            #expect(try await site.post("/desk/\(id)/\(act)", [], cookie: one.cookie).status == .forbidden)
        }
        let unknown = String(repeating: "a", count: 26)
        #expect(try await one.post("/desk/\(unknown)/take-over", [], from: "/desk").status == .notFound)
    }
}
