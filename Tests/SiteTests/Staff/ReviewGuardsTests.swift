import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// What the desk does not let pass.
struct ReviewGuardsTests {
    @Test(arguments: ["preview", "decide"])
    func `whatever opens the words is in the log before they are shown`(action: String) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields = [("action", action), ("decision", "accept")]
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields, from: "/desk")
        #expect(page.html.contains("The hostel is damp."))
        let lines = try await site.log.lines(about: id.description)
        #expect(lines.map(\.did) == ["opened"] && lines.map(\.who) == ["moderator"])
    }

    @Test(arguments: ["preview", "decide"])
    func `a form from before an escalation changes nothing, and is given back`(action: String) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let opened = try await site.browser(of: .moderator).get("/desk/\(id)")
        #expect(opened.html.contains(#"name="seen" value="0""#))
        let lead = try await site.browser(of: .leadModerator)
        #expect(try await lead.post("/desk/\(id)/take-over", [], from: "/desk").status == .seeOther)
        let escalating = [("urgency", "danger_now"), ("decision", "escalate"), ("seen", "0"), ("action", "decide")]
        #expect(try await lead.post("/desk/\(id)", escalating).status == .seeOther)
        let older = [("urgency", "praise"), ("decision", "hold"), ("seen", "0"), ("action", action)]
        let answer = try await site.browser(of: .moderator).post("/desk/\(id)", older)
        #expect(answer.status == .conflict)
        #expect(answer.html.contains("held or escalated this concern since you opened it"))
        #expect(answer.html.contains(#"value="praise" checked"#))
        #expect(answer.html.contains(#"name="seen" value="1""#))
        let concern = try #require(try await site.records.desk(log: site.log).concern(id))
        #expect(concern.summary.urgency == .dangerNow && concern.decisions.map(\.decision) == [.escalate])
        let again = older.filter { $0.0 != "seen" && $0.0 != "action" } + [("seen", "1"), ("action", "decide")]
        #expect(try await site.browser(of: .moderator).post("/desk/\(id)", again).status == .seeOther)
    }

    @Test func `a name that was suggested and left in must be confirmed`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("My social worker Tomasz Nowak never rings back.")
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.get("/desk/\(id)").html.contains("<mark "))
        let asked = try await desk.post("/desk/\(id)", TestStaffSite.accepting())
        #expect(asked.status == .unprocessableContent)
        #expect(asked.html.contains("<li>Tomasz Nowak</li>"))
        let taken = TestStaffSite.accepting([("add_text", "Tomasz Nowak"), ("add_kind", "PERSON")])
        #expect(try await desk.post("/desk/\(id)", taken).status == .seeOther)
    }

    @Test func `a voice that nobody offered is refused`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields =
            TestStaffSite.accepting().filter { $0.0 != "voice" } + [("voice", String(repeating: "a", count: 26))]
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("Choose a voice of its own, or one of those listed."))
    }

    @Test func `one letter to take out is asked back, and the page stays small`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive(String(repeating: "a ", count: 4_800))
        let fields = TestStaffSite.accepting([("add_text", "a"), ("add_kind", "PERSON")])
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("These words stand in more than 50 places."))
        #expect(page.html.utf8.count < 200_000)
    }

    @Test func `more rows than the page holds are refused, and none is lost silently`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive(String(repeating: "a ", count: 600))
        let rows = (0..<501).flatMap { number in
            [("start", "\(number)"), ("end", "\(number + 1)"), ("kind", "OTHER"), ("keep", "\(number)")]
        }
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", TestStaffSite.accepting(rows))
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("More than 500 stretches"))
        #expect(page.html.components(separatedBy: #" name="start""#).count == 501)
    }

    @Test func `a cry for help in the council's field is danger, and is shown`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.", council: "I want to kill myself tonight")
        let page = try await site.browser(of: .moderator).get("/desk/\(id)")
        #expect(page.html.contains(#"value="danger_now" checked"#))
        #expect(page.html.contains("danger in what was typed for the council"))
        #expect(page.html.contains("I want to kill myself tonight"))
    }

    @Test func `where words are only counted nothing is marked`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Ring me on 07700 900123.", sharing: .counted)
        let page = try await site.browser(of: .moderator).get("/desk/\(id)")
        #expect(page.html.contains("Ring me on 07700 900123."))
        #expect(!page.html.contains("<mark") && !page.html.contains("Marked words are taken out."))
        #expect(page.html.contains("That you opened this is in the log."))
    }
}
