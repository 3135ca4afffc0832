import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// What each decision asks of a moderator, and what the young person is told with it.
struct DecisionFieldsTests {
    private static let receipt = TestStaffSite.receipt(1)

    private static func without(_ field: String, _ decision: ModerationDecision) -> [(String, String)] {
        TestStaffSite.deciding(decision).filter { $0.0 != field }
    }

    private static func told(_ site: TestStaffSite, _ id: ConcernID) async throws -> [String] {
        let opener = try site.receipts.derive(receipt).opener
        return try await site.thread(receipt).replies.map { try opener.open($0.sealed, in: id) }
    }

    @Test(arguments: [
        (ModerationDecision.hold, "hold_reason", "Choose why it is held."),
        (.hold, "hold_until", "Write the day on which it comes back"),
        (.refuse, "refusal_reason", "Choose why it is refused."),
        (.escalate, "route", "Choose to whom you passed it on."),
        (.escalate, "passed_on", "Write down what was passed on."),
    ])
    func `what a decision needs is asked for beside its field, and its part of the page is open`(
        decision: ModerationDecision, field: String, says: String
    ) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields = Self.without(field, decision) + [("hold_note", "The school rings back")]
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains(##"<a href="#\##(field)">"## + says))
        #expect(page.html.contains(#"id="if-\#(decision)" open>"#))
        #expect(page.html.contains("The school rings back</textarea>"))
        #expect(try await site.desk.concern(id)?.decisions.isEmpty == true)
    }

    @Test(arguments: [
        ("2026-11-24", "It must come back after today."), ("2026-11-01", "It must come back after today."),
        ("2027-03-01", "A child waits."), ("next week", "Write the day on which it comes back"),
    ])
    func `a hold ends after today and within weeks`(day: String, says: String) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let fields = Self.without("hold_until", .hold) + [("hold_until", day)]
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent && page.html.contains(says))
    }

    @Test func `the queue says until when something is held`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.deciding(.hold)).status == .seeOther)
        #expect(try await desk.get("/desk").html.contains("held until 2026-12-01"))
        let page = try await desk.get("/desk/\(id)").html
        #expect(page.contains("Hold (Someone else should read it too) until 2026-12-01, moderator"))
    }

    @Test func `whoever is refused is told the reason, unless the moderator writes another`() async throws {
        for (more, says) in [
            ([("reply_template", "with-reason")], "this is not something inspectors"),
            ([("reply_template", "with-reason"), ("reply", "Try your school.")], "Try your school."),
        ] {
            let site = try await TestStaffSite()
            let id = try await site.receive("My bus is late.", receipt: site.receipts.derive(Self.receipt))
            let answer = try await site.browser(of: .moderator)
                .post("/desk/\(id)", TestStaffSite.deciding(.refuse, more))
            #expect(answer.status == .seeOther)
            let told = try await Self.told(site, id)
            #expect(told.count == 1 && told[0].contains(says))
        }
    }

    @Test func `spam is told nothing`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Buy now.", receipt: site.receipts.derive(Self.receipt))
        let fields =
            Self.without("refusal_reason", .refuse) + [
                ("refusal_reason", "spam"), ("reply_template", "with-reason"),
            ]
        #expect(try await site.browser(of: .moderator).post("/desk/\(id)", fields).status == .seeOther)
        #expect(try await Self.told(site, id).isEmpty)
    }

    @Test func `the prepared answer can be put into the box and changed there`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("My bus is late.", receipt: site.receipts.derive(Self.receipt))
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.get("/desk/\(id)").html.contains(#"<option value="with-reason" selected>"#))
        let fields = Self.without("action", .refuse) + [("action", "fill"), ("reply_template", "with-reason")]
        let page = try await desk.post("/desk/\(id)", fields)
        #expect(page.status == .ok)
        let box = try #require(page.between(#"<textarea id="reply""#, "</textarea>"))
        #expect(box.contains("this is not something inspectors"))
        #expect(page.html.contains(#"<option value="" selected>"#))
        #expect(try await site.desk.concern(id)?.decisions.isEmpty == true)
    }

    @Test func `without a receipt nobody can be told, and nothing stands in the way`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("My bus is late.")
        let fields = TestStaffSite.deciding(.refuse, [("reply_template", "with-reason")])
        #expect(try await site.browser(of: .moderator).post("/desk/\(id)", fields).status == .seeOther)
    }

    @Test func `what sounds like danger is accepted only with a tick, or once it was handed on`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("He has a knife.", urgency: .dangerNow)
        let desk = try await site.browser(of: .moderator)
        let unticked = TestStaffSite.accepting().filter { $0.0 != "nobody_in_danger" && $0.0 != "urgency" }
        let asDanger = unticked + [("urgency", "danger_now")]
        for fields in [asDanger, unticked + [("urgency", "concern")]] {
            let refused = try await desk.post("/desk/\(id)", fields)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.html.contains(##"<a href="#nobody_in_danger">This sounds like danger."##))
        }
        let handedOn = TestStaffSite.deciding(.escalate).filter { $0.0 != "urgency" } + [("urgency", "danger_now")]
        #expect(try await desk.post("/desk/\(id)", handedOn).status == .seeOther)
        #expect(try await desk.post("/desk/\(id)", asDanger + [("seen", "1")]).status == .seeOther)
    }

    @Test func `what sounds like danger is refused only with a tick that is in the log`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("He has a knife.", urgency: .dangerNow)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.get("/desk/\(id)").html.contains(#"id="nobody_in_danger""#))
        let refused = try await desk.post("/desk/\(id)", TestStaffSite.deciding(.refuse))
        #expect(refused.status == .unprocessableContent)
        #expect(refused.html.contains(##"<a href="#nobody_in_danger">This sounds like danger."##))
        let ticked = TestStaffSite.deciding(.refuse, [("nobody_in_danger", "yes")])
        #expect(try await desk.post("/desk/\(id)", ticked).status == .seeOther)
        let lines = try await site.log.lines(about: id.description).map(\.did)
        #expect(lines.contains("said that nobody is in danger"))
    }

    @Test func `spam is not accepted`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("Buy now.")
        let fields = TestStaffSite.accepting().filter { $0.0 != "urgency" } + [("urgency", "spam")]
        let page = try await site.browser(of: .moderator).post("/desk/\(id)", fields)
        #expect(page.status == .unprocessableContent && page.html.contains("Spam counts for nobody."))
    }
}
