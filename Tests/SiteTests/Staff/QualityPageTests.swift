import Concerns
import Foundation
import HTTPTypes
import Store
import Testing
import Triage

@testable import StaffSite

struct QualityPageTests {
    /// Accepts concerns as `first`, and codes each a second time as `second`, which differs in every fifth.
    private static func coded(_ count: Int, at site: TestStaffSite) async throws {
        let quality = site.records.quality(log: site.log)
        for number in 0..<count {
            let id = try await site.receive("message \(number)")
            let urgency: Urgency = number.isMultiple(of: 2) ? .concern : .praise
            try await site.records.desk(log: site.log, isReadTwice: { _, _ in true }).decide(
                Decision(
                    concern: id, decision: .accept, urgency: urgency, areas: [.careLeavers],
                    authority: GSSCode(TestStaffSite.inadequate), text: nil, voice: Voice(of: id), reply: nil,
                    by: "moderator", on: site.today, searchNumber: UInt32(number), pace: .withinTarget))
            let other: Urgency = urgency == .concern ? .praise : .concern
            try await quality.take(
                SecondReading(
                    concern: id,
                    coding: Coding(urgency: number % 5 == 4 ? other : urgency, areas: [.careLeavers]), missed: [:],
                    by: "lead-moderator", on: site.today))
        }
    }

    @Test func `with fewer than twenty read twice no figure is shown`() async throws {
        let site = try await TestStaffSite()
        try await Self.coded(19, at: site)
        let html = try await site.browser(of: .moderator).get("/desk/quality").html
        #expect(html.components(separatedBy: "Not enough yet. A figure is shown from 20 on.").count == 8)
        #expect(!html.contains(" to 0.") && !html.contains("Tentative"))
    }

    /// Forty concerns of which eight differ, as many praised as not: alpha = 1 − 79 · 8 / 1600 = .605, kappa .6.
    @Test func `the figures of a known set are shown, and said in words`() async throws {
        let site = try await TestStaffSite()
        try await Self.coded(40, at: site)
        let html = try await site.browser(of: .moderator).get("/desk/quality").html
        let row = try #require(html.components(separatedBy: "<tr>").first { $0.contains(#"<th scope="row">Urgency"#) })
        for shown in [">40<", ">80 %<", ">0.61<", ">0.60<", "Too low."] { #expect(row.contains(shown), "\(shown)") }
        let interval = try #require(row.firstMatch(of: /(0\.\d\d) to (0\.\d\d)/))
        #expect(try #require(Double(interval.1)) < 0.605 && #require(Double(interval.2)) > 0.605)
        let area = try #require(html.components(separatedBy: "<tr>").first { $0.contains("Care leavers") })
        #expect(area.contains("Alpha is undefined.") && area.contains("100 %"))
        // The same codings give the same interval each time.
        #expect(try await site.browser(of: .moderator).get("/desk/quality").html.contains(String(interval.0)))
        #expect(html.contains("2026-W48") && html.contains("Within the target"))
    }

    @Test func `a moderator reads own disagreements without names, the lead all with names`() async throws {
        let site = try await TestStaffSite()
        try await site.addAccount("kim", .moderator, nil)
        try await Self.coded(5, at: site)
        let own = try await site.browser(of: .moderator).get("/desk/quality").html
        #expect(own.contains("<dt>First reader</dt><dd>Concern; Care leavers</dd>"))
        #expect(own.contains("<dt>Second reader</dt><dd>Praise; Care leavers</dd>"))
        let lead = try await site.browser(of: .leadModerator).get("/desk/quality").html
        #expect(lead.contains("First reader: moderator") && lead.contains("Second reader: lead-moderator"))
        let other = try await site.browser(of: "kim").get("/desk/quality").html
        #expect(other.contains("There are none.") && !other.contains("First reader"))
    }

    @Test func `what was settled is noted and leaves the list; nobody else settles it`() async throws {
        let site = try await TestStaffSite()
        try await site.addAccount("kim", .moderator, nil)
        try await Self.coded(5, at: site)
        let id = try #require(
            try await site.records.quality(log: site.log).readTwice().first { $0.isToDiscuss }?.id)
        let fields = [("concern", id.description), ("urgency", "praise"), ("area", "care-leavers")]
        #expect(try await site.browser(of: "kim").post("/desk/quality", fields).status == .forbidden)
        let desk = try await site.browser(of: .moderator)
        let unclear = try await desk.post("/desk/quality", [("concern", id.description)])
        #expect(unclear.status == .unprocessableContent)
        #expect(try await desk.post("/desk/quality", fields).header("Location") == "/desk/quality?done=settled")
        #expect(try await desk.get("/desk/quality").html.contains("There are none."))
        #expect(try await desk.post("/desk/quality", fields).status == .conflict)
        let settled = try await site.log.lines(about: id.description).first
        #expect(settled?.did == "settled a second reading" && settled?.who == "moderator")
    }

    @Test func `the lead sees everyone's load by name, a moderator their own beside all together`() async throws {
        let site = try await TestStaffSite()
        try await Self.coded(3, at: site)
        let row = #"<th scope="row" class="date">2026-11-24</th><td data-label="By whom">"#
        let lead = try await site.browser(of: .leadModerator).get("/desk/quality").html
        #expect(lead.contains(row + #"moderator</td><td data-label="Decisions">3</td>"#))
        #expect(lead.contains(row + "lead-moderator</td>"))
        let own = try await site.browser(of: .moderator).get("/desk/quality").html
        #expect(own.contains(row + #"you</td><td data-label="Decisions">3</td>"#))
        #expect(own.contains(row + "everyone together</td>") && !own.contains(row + "lead-moderator"))
    }

    @Test func `only the lead moderator sees the rules in force, with their tests of phrases`() async throws {
        let site = try await TestStaffSite()
        #expect(try await site.browser(of: .moderator).get("/desk/rules").status == .forbidden)
        let lead = try await site.browser(of: .leadModerator)
        #expect(try await lead.get("/desk/quality").html.contains(#"href="/desk/rules""#))
        let html = try await lead.get("/desk/rules").html
        for name in ModerationRules.fileNames { #expect(html.contains(#"<th scope="row">\#(name)</th>"#)) }
        #expect(html.contains("hold.") && !html.contains("These do not:"))
        #expect(html.contains("earshot moderation check ./Moderation"))
    }

    @Test func `numbers are shown as agreement usually is`() {
        #expect(
            [0.8, 0.667, -0.05, 1, 0.0499].map(QualityView.decimals) == ["0.80", "0.667", "−0.05", "1.00", "0.05"])
        #expect([0.605, -0.004, 0.999].map(QualityView.twoPlaces) == ["0.61", "0.00", "1.00"])
    }
}

struct PauseReminderTests {
    private static let pause = "You have been at the desk for 50 minutes."

    @Test func `after fifty minutes without a break the head of each desk page says so, until one is taken`()
        async throws
    {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        for _ in 0..<10 {
            #expect(try await !desk.get("/desk").html.contains("I took a break"))
            site.clock.advance(by: 5 * 60)
        }
        let reminded = try await desk.get("/desk")
        #expect(reminded.html.contains(Self.pause) && reminded.html.contains("I took a break"))
        #expect(try await desk.get("/desk/paper").html.contains(Self.pause))
        #expect(try await desk.post("/desk/pause", [], from: "/desk").header("Location") == "/desk")
        #expect(try await !desk.get("/desk").html.contains("I took a break"))
    }

    @Test func `ten minutes away are a break, and it is nobody else's`() async throws {
        let site = try await TestStaffSite()
        let (desk, lead) = (try await site.browser(of: .moderator), try await site.browser(of: .leadModerator))
        for minutes in [0, 9, 9, 9, 9, 9, 9] {
            site.clock.advance(by: minutes * 60)
            _ = try await desk.get("/desk")
        }
        #expect(try await desk.get("/desk").html.contains("I took a break"))
        #expect(try await !lead.get("/desk").html.contains("I took a break"))
        site.clock.advance(by: 10 * 60)
        #expect(try await !desk.get("/desk").html.contains("I took a break"))
    }

    @Test func `five different concerns of danger bring it, and never keep danger from being opened`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        var ids: [ConcernID] = []
        for _ in 0..<6 { ids.append(try await site.receive("he has a knife", urgency: .dangerNow)) }
        for id in ids.prefix(4) + ids.prefix(4) { _ = try await desk.get("/desk/\(id)") }
        #expect(try await !desk.get("/desk").html.contains("I took a break"))
        _ = try await desk.get("/desk/\(ids[4])")
        #expect(try await desk.get("/desk").html.contains("You have opened 5 concerns that tell of danger."))
        let another = try await desk.get("/desk/\(ids[5])")
        #expect(another.status == .ok && another.html.contains("he has a knife"))
    }

    @Test func `a form without the session's token ends no stretch`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        #expect(try await site.post("/desk/pause", [("token", "x")], cookie: desk.cookie).status == .forbidden)
    }
}
