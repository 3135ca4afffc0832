import Concerns
import FactFiles
import Foundation
import HTTPTypes
import Reinspection
import Store
import TestSupport
import Testing

@testable import StaffSite

struct PlanningHelpedTests {
    /// A council whose case a report of 5 July 2022 closed: Sandwell.
    private static let closed = "E08000028"
    private static let address = "/planning/\(closed)"

    /// Accepts what a young person told about care leavers, on the last day before the inspection unless said otherwise.
    ///
    /// - Returns: under what their receipt finds it.
    @discardableResult private static func accept(
        _ number: UInt8, in site: TestStaffSite, area: JudgementArea = .careLeavers, on day: String = "2022-05-08",
        authority: String = closed
    ) async throws -> Data {
        var random = SystemRandomNumberGenerator()
        let (id, lookup) = (ConcernID(using: &random), Data(repeating: number, count: 32))
        let code = try GSSCode(authority)
        _ = try await site.records.intake.add(
            NewConcern(
                id: id, authority: code, channel: .web, teller: .careLeaver, sharing: .words,
                arrivedOn: Day("2022-05-02"), urgency: .concern, words: Data([1]), key: Data([2]),
                receipt: NewReceipt(lookup: lookup, cost: "none", replyKey: Data([3]))))
        try await site.desk.decide(
            Decision(
                concern: id, decision: .accept, urgency: .concern, areas: [area], authority: code,
                text: ModeratedText(asDecided: "Nobody rings back."), voice: Voice(of: id), reply: nil, by: "mo",
                on: Day(day), searchNumber: UInt32(number)))
        return lookup
    }

    private static func helpedIn(_ lookup: Data, in site: TestStaffSite) async throws -> Month? {
        try #require(try await site.records.threads(log: site.log).thread(lookup: lookup)).messages.first?.helpedIn
    }

    @Test func `once a later report is published young people can be told, and nothing is ticked for the planner`()
        async throws
    {
        let page = try await TestStaffSite().browser(of: .planner).get(Self.address)
        let form = try #require(page.between("action=\"\(Self.address)/helped\"", "</form>"))
        #expect(form.matches(of: /type="checkbox"/).count == JudgementArea.allCases.count)
        #expect(!form.contains("checked"))
        #expect(form.contains("2022-07-05") && form.contains("accepted by 2022-05-08"))
        #expect(form.contains("This cannot be taken back."))
    }

    @Test func `the planner reads word for word what will be told`() async throws {
        let words = try FactTree(file: "public.yaml", text: Project.text("Web/Words/en/public.yaml"))
        let told = try words["statusHelped"].text
        let page = try await TestStaffSite().browser(of: .planner).get(Self.address)
        #expect(page.html.contains("<blockquote><p>\(told)</p></blockquote>"))
    }

    @Test func `how many would be told stands beside each area, and never a number below five`() async throws {
        let site = try await TestStaffSite()
        for number in UInt8(1)...5 { try await Self.accept(number, in: site) }
        for number in UInt8(6)...9 { try await Self.accept(number, in: site, area: .adoption) }
        let html = try await site.browser(of: .planner).get(Self.address).html
        #expect(html.contains("Care leavers (5)"))
        #expect(html.contains("Adoption (fewer than 5)"))
        #expect(html.contains("Leadership (none)"))
    }

    @Test func `those whose messages are about a ticked area are told, and nobody else`() async throws {
        let site = try await TestStaffSite()
        let helped = try await Self.accept(1, in: site)
        let others = [
            try await Self.accept(2, in: site, area: .adoption),
            try await Self.accept(3, in: site, on: "2022-05-09"),
            try await Self.accept(4, in: site, authority: TestStaffSite.inadequate),
        ]
        let planner = try await site.browser(of: .planner)
        let answer = try await planner.post("\(Self.address)/helped", [("area", "care-leavers")], from: Self.address)
        #expect(answer.status == .seeOther)
        #expect(try await planner.get(try #require(answer.header("Location"))).html.contains("It was noted."))
        #expect(try await Self.helpedIn(helped, in: site) == site.today.month)
        for other in others { #expect(try await Self.helpedIn(other, in: site) == nil) }
        let lines = try await site.log.lines(about: "\(Self.closed)-2015-06-05")
        #expect(lines.map(\.did) == ["noted what helped"])
    }

    @Test func `sent twice it tells nobody twice, and says so`() async throws {
        let site = try await TestStaffSite()
        try await Self.accept(1, in: site)
        let planner = try await site.browser(of: .planner)
        var answers: [StaffAnswer] = []
        for _ in 1...2 {
            answers.append(
                try await planner.post("\(Self.address)/helped", [("area", "care-leavers")], from: Self.address))
        }
        let after = try await planner.get(try #require(answers[1].header("Location")))
        #expect(after.html.contains("There was nobody to tell."))
        #expect(try await site.log.lines(about: "\(Self.closed)-2015-06-05").count == 1)
    }

    @Test(arguments: [
        ([], "Tick at least one area"), ([("area", "care-leavers"), ("area", "weather")], "There is no such area."),
    ])
    func `a form that ticks nothing, or what is no area, is refused in words`(
        fields: [(String, String)], says: String
    ) async throws {
        let site = try await TestStaffSite()
        let lookup = try await Self.accept(1, in: site)
        let answer = try await site.browser(of: .planner).post("\(Self.address)/helped", fields, from: Self.address)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.html.contains("<a href=\"#helped\">\(says)") && answer.html.contains("id=\"helped\""))
        #expect(try await Self.helpedIn(lookup, in: site) == nil)
    }

    @Test func `before a later report is published there is no form, and sending one is refused in words`() async throws
    {
        let site = try await TestStaffSite()
        let lookup = try await Self.accept(1, in: site, authority: TestStaffSite.inadequate)
        let planner = try await site.browser(of: .planner)
        let page = "/planning/\(TestStaffSite.inadequate)"
        let before = try await planner.get(page).html
        #expect(!before.contains("/helped") && before.contains("Once a report about a later inspection is published"))
        let answer = try await planner.post("\(page)/helped", [("area", "care-leavers")], from: page)
        #expect(answer.status == .conflict)
        #expect(
            answer.html.contains("<a href=\"#helped\">No report about a later inspection")
                && answer.html.contains("id=\"helped\""))
        #expect(try await Self.helpedIn(lookup, in: site) == nil)
    }

    @Test func `a council without a case has nothing to send a form to`() async throws {
        let planner = try await TestStaffSite().browser(of: .planner)
        let answer = try await planner.post("/planning/E09000033/helped", [("area", "adoption")], from: Self.address)
        #expect(answer.status == .notFound)
    }

    @Test(arguments: [(Role.moderator, "/desk"), (.leadModerator, "/desk"), (.inspector, "/intelligence")])
    func `no other role can say that young people helped`(role: Role, room: String) async throws {
        let site = try await TestStaffSite()
        let lookup = try await Self.accept(1, in: site)
        let answer = try await site.browser(of: role).post(
            "\(Self.address)/helped", [("area", "care-leavers")], from: room)
        #expect(answer.status == .forbidden)
        #expect(try await Self.helpedIn(lookup, in: site) == nil)
    }

    @Test func `a form without the session's token is refused`() async throws {
        let site = try await TestStaffSite()
        let lookup = try await Self.accept(1, in: site)
        let planner = try await site.browser(of: .planner)
        for token in [[], [("token", "0")]] {
            let answer = try await site.post(
                "\(Self.address)/helped", token + [("area", "care-leavers")], cookie: planner.cookie)
            #expect(answer.status == .forbidden)
        }
        #expect(try await Self.helpedIn(lookup, in: site) == nil)
    }

    @Test(arguments: [
        ("2026-11-20", "2026-11-19", nil), ("2026-11-20", "2026-11-20", "2026-03-01"),
        ("2026-11", "2026-11-29", nil), ("2026-11", "2026-11-30", "2026-03-01"),
    ])
    func `a later inspection of an open case counts from its report, and what was accepted before it began`(
        published: String, asOf: String, through: String?
    ) throws {
        let facts = try Self.facts(withAReportOf: published)
        let later = try LaterInspection(
            of: GSSCode(TestStaffSite.inadequate), in: facts, asOf: Day(asOf), policy: facts.defaultPolicy)
        #expect(later?.dayBefore == (try through.map { try Day($0) }))
        #expect(later.map { $0.caseID == "E08000008-2024-02-13" } ?? (through == nil))
    }

    /// The facts as shipped, and a report that leaves Tameside's case open.
    private static func facts(withAReportOf published: String) throws -> ReinspectionFacts {
        var files = try StaffFiles.facts()
        files["outcomes/ilacs.csv"]? +=
            "E08000008,Tameside,ILACS standard,2026-03-02,2026-03-13,\(published)"
            + String(repeating: ",inadequate", count: 5)
            + ",made up\n"
        return try ReinspectionFacts(files: files)
    }
}
