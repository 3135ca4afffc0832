import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

struct ReviewTests {
    @Test func `opening shows the words with the suggested redactions marked, and is logged`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Ring me on 07700 900123 about my <room>.", council: "Tamsid")
        let page = try await site.browser(of: .moderator).get("/desk/\(id)")
        #expect(page.status == .ok)
        #expect(
            page.html.contains(#">07700 900123</span><span class="marking"> [phone]</span></mark>"#), "\(page.html)")
        #expect(page.html.contains("about my &lt;room&gt;."))
        #expect(page.html.contains("Tamsid"))
        #expect(try await site.log.lines(about: id.description).first?.did == "opened")
    }

    @Test func `an accepted concern is found by a word, and the name is not`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Tomasz shouts. I told Tomasz that the hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        let answer = try await desk.post(
            "/desk/\(id)", TestStaffSite.accepting([("add_text", "Tomasz"), ("add_kind", "PERSON")]))
        #expect(answer.status == .seeOther)
        #expect(answer.header("Location") == "/desk?done=accept")
        #expect(try await desk.get("/desk?done=accept").html.contains("Accepted."))
        let reading = try await site.browser(of: .inspector)
        let found = try await reading.get("/intelligence?words=hostel")
        #expect(found.html.contains("[name] shouts. I told [name] that the hostel is damp."))
        #expect(!found.html.contains("Tomasz"))
        #expect(try await reading.get("/intelligence?words=Tomasz").html.contains("hostel is damp") == false)
    }

    @Test func `a moderator whom nobody gave the team's key opens nothing`() async throws {
        let site = try await TestStaffSite()
        try await site.addAccount("new", .moderator, nil)
        let id = try await site.receive("The hostel is damp.")
        let page = try await site.browser(of: "new").get("/desk/\(id)")
        #expect(page.status == .conflict)
        #expect(page.html.contains("no copy of the team’s key"))
        #expect(!page.html.contains("damp"))
        #expect(try await site.log.lines(about: id.description).isEmpty)
    }

    @Test(arguments: [ModerationDecision.hold, .escalate, .refuse])
    func `only an accepted concern reaches inspectors`(decision: ModerationDecision) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields = TestStaffSite.accepting().filter { $0.0 != "decision" } + [("decision", decision.rawValue)]
        let answer = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(answer.header("Location") == "/desk?done=\(decision.rawValue)")
        let found = try await site.browser(of: .inspector).get("/intelligence?words=hostel")
        #expect(!found.html.contains("damp"))
        #expect(try await site.records.reading.voices().isEmpty)
    }

    @Test func `a preview shows what would be left and decides nothing`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Tom is unkind today and tomorrow.")
        let desk = try await site.browser(of: .moderator)
        var fields = TestStaffSite.accepting([("add_text", "tom"), ("add_kind", "PERSON")])
        fields.removeAll { $0.0 == "action" }
        let page = try await desk.post("/desk/\(id)", fields + [("action", "preview")])
        #expect(page.status == .ok)
        #expect(page.html.contains("[name] is unkind today and tomorrow."))
        #expect(page.html.contains(#"name="start" value="0""#))
        #expect(try await site.records.desk(log: site.log).concern(id)?.summary.state == .waiting)
    }

    @Test func `a concern that is only to be counted is read by no inspector`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.", sharing: .counted)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let found = try await site.browser(of: .inspector).get("/intelligence?words=hostel")
        #expect(!found.html.contains("damp"))
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `the second of two moderators is told that it is too late, and gets their answer back`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let typed = TestStaffSite.accepting([("reply", "You were heard.")])
        let second = try await site.browser(of: .leadModerator).post("/desk/\(id)", typed, from: "/desk")
        #expect(second.status == .conflict)
        #expect(second.html.contains("Another moderator decided this concern"))
        #expect(second.html.contains("You were heard."))
        #expect(try await site.records.desk(log: site.log).concern(id)?.decisions.count == 1)
    }

    @Test func `identifiers that are left must be confirmed`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Ring me on 07700 900123.")
        let desk = try await site.browser(of: .moderator)
        let asked = try await desk.post("/desk/\(id)", TestStaffSite.accepting())
        #expect(asked.status == .unprocessableContent)
        #expect(asked.html.contains(#"name="confirm_identifiers""#))
        #expect(asked.html.contains("<li>07700 900123</li>"))
        let confirmed = try await desk.post(
            "/desk/\(id)", TestStaffSite.accepting([("confirm_identifiers", "yes")]))
        #expect(confirmed.status == .seeOther)
    }

    @Test func `words that are not there are refused beside their field, and everything typed is kept`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields = TestStaffSite.accepting([("add_text", "Zebedee"), ("add_kind", "SCHOOL"), ("council", "Nowhere")])
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(##"<a href="#add_text-0">These words are not in the message."##))
        #expect(page.html.contains(#"value="Zebedee" aria-invalid="true""#))
        #expect(page.html.contains(#"<option value="SCHOOL" selected>"#))
        #expect(page.html.contains(#"value="Nowhere" aria-invalid="true""#))
        #expect(page.html.contains(#"value="accept" checked"#))
    }

    @Test(arguments: [
        ("urgency", "Choose how urgent it is."), ("area", "Choose at least one area"),
        ("authority", "Choose the council"), ("decision", "Choose a decision."),
    ])
    func `what an accepted concern needs is asked for`(field: String, says: String) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.", authority: nil)
        let fields = TestStaffSite.accepting().filter { $0.0 != field }
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(says), "\(field)")
    }

    @Test func `an answer opens with the receipt alone`() async throws {
        let site = try await TestStaffSite()
        let receipt = try site.receipts.derive(Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let id = try await site.receive("The hostel is damp.", receipt: receipt)
        let answer = try await site.browser(of: .moderator).post(
            "/desk/\(id)", TestStaffSite.accepting([("reply", "Thank you for telling us.")]))
        #expect(answer.status == .seeOther)
        let threads = site.records.threads(log: site.records.log { former, _ in former })
        let thread = try #require(try await threads.thread(lookup: receipt.lookup))
        let sealed = try #require(thread.replies.first?.sealed)
        #expect(try receipt.opener.open(sealed, in: id) == "Thank you for telling us.")
    }

    @Test func `a concern that says nearly the same is offered as the same voice`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let text = "The heating in the hostel has been broken since October and nobody comes to mend it."
        let first = try await site.receive(text)
        #expect(try await desk.post("/desk/\(first)", TestStaffSite.accepting()).status == .seeOther)
        let second = try await site.receive(text + " Please help.")
        #expect(try await desk.get("/desk/\(second)").html.contains(#"value="\#(first)""#))
        var fields = TestStaffSite.accepting().filter { $0.0 != "voice" }
        fields.append(("voice", first.description))
        #expect(try await desk.post("/desk/\(second)", fields).status == .seeOther)
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }
}
