import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

/// What the desk makes of messages that add to earlier ones, and of what was taken back.
struct DeskThreadsTests {
    private static let receipt = TestStaffSite.receipt(1)

    /// A site with one thread that has a first message.
    private static func site(
        _ words: String, urgency: Urgency = .concern
    ) async throws -> (site: TestStaffSite, first: ConcernID) {
        let site = try await TestStaffSite()
        let first = try await site.receive(
            words, urgency: urgency, arrived: site.today.description, receipt: site.receipts.derive(receipt))
        return (site, first)
    }

    @Test func `queue and page lead from an addition to the first message`() async throws {
        let (site, first) = try await Self.site("The hostel is damp.")
        let addition = try await site.add("It is still damp.", to: Self.receipt)
        let desk = try await site.browser(of: .moderator)
        let short = first.description.prefix(6)
        let link = "Adds to <a href=\"/desk/\(first)\">\(short)</a>"
        let row = try #require(
            try await desk.get("/desk").html.components(separatedBy: "<tr").first { $0.contains("/desk/\(addition)") })
        #expect(row.contains(link))
        let page = try await desk.get("/desk/\(addition)").html
        #expect(page.contains(link))
        #expect(page.contains("The voice of the messages that it adds to") && !page.contains("A voice of its own"))
        #expect(try await !desk.get("/desk/\(first)").html.contains("Adds to"))
    }

    @Test(arguments: [false, true])
    func `an addition counts as the voice of its thread, whichever is accepted first`(isFirst: Bool) async throws {
        let (site, first) = try await Self.site("The hostel is damp.")
        let addition = try await site.add("Nobody ever comes to see me.", to: Self.receipt)
        let desk = try await site.browser(of: .moderator)
        for id in isFirst ? [addition, first] : [first, addition] {
            #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        }
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `an addition leaves its thread with the voice that a moderator knew again`() async throws {
        let text = "The heating in the hostel has been broken since October and nobody comes to mend it."
        let (site, second) = try await Self.site(text + " Please help.")
        let other = try await site.receive(text, arrived: site.today.description)
        let addition = try await site.add("They also took the door away.", to: Self.receipt)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(other)", TestStaffSite.accepting()).status == .seeOther)
        let same = TestStaffSite.accepting().filter { $0.0 != "voice" } + [("voice", other.description)]
        #expect(try await desk.post("/desk/\(second)", same).status == .seeOther)
        #expect(try await desk.post("/desk/\(addition)", TestStaffSite.accepting()).status == .seeOther)
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `the thread's own message is not offered as the voice of another`() async throws {
        let text = "The heating in the hostel has been broken since October and nobody comes to mend it."
        let (site, first) = try await Self.site(text)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(first)", TestStaffSite.accepting()).status == .seeOther)
        let addition = try await site.add(text + " Please!", to: Self.receipt)
        let page = try await desk.get("/desk/\(addition)").html
        #expect(!page.contains("The same voice as") && !page.contains(#"name="voice" value="\#(first)""#))
    }

    @Test func `an answer to an addition opens with the thread's receipt`() async throws {
        let (site, first) = try await Self.site("The hostel is damp.")
        let addition = try await site.add("It is still damp.", to: Self.receipt)
        let fields = TestStaffSite.accepting([("reply", "We have told them.")])
        #expect(try await site.browser(of: .moderator).post("/desk/\(addition)", fields).status == .seeOther)
        let reply = try #require(try await site.thread(Self.receipt).replies.first)
        #expect(try site.receipts.derive(Self.receipt).opener.open(reply.sealed, in: first) == "We have told them.")
    }

    @Test func `a danger that was taken back is marked, can be escalated and cannot be accepted`() async throws {
        let (site, first) = try await Self.site("He has a knife.", urgency: .dangerNow)
        try await site.withdraw(Self.receipt)
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.get("/desk").html.contains("taken back, kept for safety"))
        let page = try await desk.get("/desk/\(first)").html
        #expect(page.contains("The young person took this back.") && page.contains("He has a knife."))
        for decision in ModerationDecision.allCases {
            #expect(page.contains(#"name="decision" value="\#(decision)""#) == (decision != .accept), "\(decision)")
        }
        let accepting = try await desk.post("/desk/\(first)", TestStaffSite.accepting([("reply", "Wait for us.")]))
        #expect(accepting.status == .conflict)
        #expect(accepting.html.contains("so it cannot be accepted. Nothing was changed"))
        #expect(accepting.html.contains("Wait for us."))
        #expect(try await site.thread(Self.receipt).replies.isEmpty)
        let escalating = TestStaffSite.accepting().filter { $0.0 != "decision" } + [("decision", "escalate")]
        #expect(try await desk.post("/desk/\(first)", escalating).status == .seeOther)
        #expect(try await site.desk.concern(first)?.summary.state == .escalated)
    }

    @Test func `what was taken back and erased says so, and an answer typed meanwhile is given back`() async throws {
        let (site, first) = try await Self.site("The hostel is damp.")
        try await site.withdraw(Self.receipt)
        let desk = try await site.browser(of: .moderator)
        let page = try await desk.post(
            "/desk/\(first)", TestStaffSite.accepting([("reply", "You were heard.")]), from: "/desk")
        #expect(page.status == .conflict)
        #expect(page.html.contains("took this concern back. Its words were erased"))
        #expect(page.html.contains("You were heard.") && !page.html.contains("damp"))
    }
}
