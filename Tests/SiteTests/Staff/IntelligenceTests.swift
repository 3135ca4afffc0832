import Concerns
import Foundation
import HTTPTypes
import Reinspection
import Store
import Testing

struct IntelligenceTests {
    @Test func `silence is said to be not known, never fine`() async throws {
        let site = try await TestStaffSite()
        let page = try await site.browser(of: .inspector).get("/intelligence/E08000008")
        #expect(page.status == .ok)
        #expect(page.html.contains("<strong>Not known</strong>"))
        #expect(page.html.contains("That does not mean that all is well."))
        #expect(page.html.contains("Judged inadequate since"))
    }

    @Test func `an inspector's page has nothing of timing, draw or plan`() async throws {
        let site = try await TestStaffSite()
        let inspector = try await site.browser(of: .inspector)
        let before = try await inspector.get("/intelligence/E08000008").html
        let planner = try await site.browser(of: .planner)
        #expect(try await planner.post("/planning/E08000008", [("submitted", "2026-10-01")]).status == .seeOther)
        let after = try await inspector.get("/intelligence/E08000008").html
        #expect(before == after)
        for word in ["Drawn", "Seed", "Window", "Recommended", "Scope", "Plan</h2>", "Timing"] {
            #expect(!after.contains(word), "\(word)")
        }
    }

    @Test func `a rise shows with its figures, and a count below the floor shows none`() async throws {
        let site = try await TestStaffSite()
        let code = try GSSCode("E08000008")
        var counts: [VoiceCount] = []
        for back in 1...80 {
            let week = site.today.week.advanced(by: -back)
            for area in JudgementArea.allCases where area != .adoption {
                counts.append(VoiceCount(authority: code, area: area, week: week, voices: 1))
            }
            if back < 14 { counts.append(VoiceCount(authority: code, area: .careLeavers, week: week, voices: 5)) }
        }
        counts.append(
            VoiceCount(authority: code, area: .adoption, week: site.today.week.advanced(by: -2), voices: 3))
        try await site.records.past.add(counts)
        let html = try await site.browser(of: .inspector).get("/intelligence/E08000008").html
        #expect(html.contains(">78</td>"))
        let few = html.components(separatedBy: "fewer than 5</td>")
        #expect(few.count == 2)
        #expect(few.last?.components(separatedBy: "</tr>").first?.contains(">not shown for so few</td>") == true)
        #expect(html.contains("this council’s own past and that of the others, version 1."))
        #expect(!html.contains("own-past-and-neighbours"))
    }

    @Test func `of a council judged inadequate twice both months are told, and whose areas they are`() async throws {
        let site = try await TestStaffSite()
        let facts = try ReinspectionFacts(files: StaffFiles.facts())
        let standings = facts.authorities.current.compactMap {
            facts.standing(of: $0.code, asOf: site.today, statement: nil)
        }
        let again = try #require(
            standings.first { $0.isInadequate && $0.newestInadequateReport != $0.inadequateSince })
        let (since, newest) = (try #require(again.inadequateSince), try #require(again.newestInadequateReport))
        let html = try await site.browser(of: .inspector).get("/intelligence/\(again.authority.code)").html
        #expect(html.contains("Judged inadequate since \(since), again in \(newest);"))
        #expect(html.contains("Areas judged inadequate in the report of \(newest):"))
    }

    @Test(arguments: [
        ("from=yesterday", "from"), ("through=2026-W99", "through"), ("authority=E99", "authority"),
        ("area=all", "area"),
        ("from=2026-W10&through=2026-W09", "through"),
    ])
    func `a question that is unclear is asked back, with what was typed`(query: String, field: String) async throws {
        let page = try await TestStaffSite().browser(of: .inspector).get("/intelligence?words=damp+room&\(query)")
        #expect(page.status == .unprocessableContent)
        #expect(page.html.contains("<a href=\"#\(field)\">"))
        #expect(page.html.contains(#"value="damp room""#))
    }

    @Test func `a page of results leads to the older ones`() async throws {
        let site = try await TestStaffSite()
        let desk = site.records.desk(log: site.log)
        for number in 0..<23 {
            let id = try await site.receive("damp \(number)")
            try await desk.decide(
                Decision(
                    concern: id, decision: .accept, urgency: .concern, areas: [.lookedAfter],
                    authority: GSSCode("E08000008"), text: ModeratedText(asDecided: "damp \(number)"),
                    voice: Voice(of: id), reply: nil, by: "moderator", on: site.today, searchNumber: UInt32(number)))
        }
        let inspector = try await site.browser(of: .inspector)
        let first = try await inspector.get("/intelligence?words=damp")
        #expect(first.html.contains("<h2>23 concerns; 1 to 20 shown</h2>"))
        #expect(first.html.contains("damp 22"))
        #expect(first.html.contains(#"href="/intelligence?words=damp&amp;page=2""#))
        let second = try await inspector.get("/intelligence?words=damp&page=2")
        #expect(second.html.contains("damp 2<"))
        #expect(second.html.contains("<h2>23 concerns; 21 to 23 shown</h2>"))
        #expect(second.html.contains(#"rel="prev""#) && !second.html.contains(#"rel="next""#))
        for beyond in ["3", "9999999999"] {
            let last = try await inspector.get("/intelligence?words=damp&page=\(beyond)")
            #expect(last.html.contains("<h2>23 concerns; 2"), "\(beyond)")
        }
        #expect(try await inspector.get("/intelligence?words=xylophone").html.contains("<h2>No concerns</h2>"))
    }
}
