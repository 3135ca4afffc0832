import Concerns
import Foundation
import HTTPTypes
import Receiving
import Sealing
import Store
import TestSupport
import Testing
import Unsealing

@testable import StaffSite

/// By when what waits is due, as the queue shows it, and where that is kept.
struct QueueDueTests {
    private static let minute = 60
    private static let day = 24 * 60 * minute

    /// What the queue says of a concern.
    private func row(_ id: ConcernID, _ browser: Browser, _ address: String = "/desk") async throws -> String {
        let page = try await browser.get(address)
        return String(try #require(page.between("<th scope=\"row\"><a href=\"/desk/\(id)\">", "</tr>")))
    }

    @Test(arguments: [
        (Urgency.dangerNow, 0, "in 15 minutes", ""), (.dangerNow, 12 * minute, "in 3 minutes", "Soon"),
        (.dangerNow, 14 * minute, "in 1 minute", "Soon"), (.dangerNow, 15 * minute, "now", "Soon"),
        (.dangerNow, 17 * minute, "by 2 minutes", "Late"), (.dangerNow, 15 * minute + 3 * day, "by 3 days", "Late"),
        (.safeguarding, 0, "in 4 hours", ""), (.safeguarding, 181 * minute, "in 59 minutes", "Soon"),
        (.concern, 0, "in 5 days", ""), (.concern, 4 * day, "in 24 hours", "Soon"), (.praise, 0, "in 10 days", ""),
        (.spam, 10 * day + 90 * minute, "by 1 hour", "Late"),
    ])
    func `what is due says when, in words, and with a word as it runs out`(
        urgency: Urgency, later: Int, says: String, mark: String
    ) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("x", urgency: urgency, hasDueTime: true)
        site.clock.advance(by: later - SecondFactor.stepSeconds)
        let row = try await row(id, site.browser(of: .moderator))
        let marked = mark.isEmpty ? "" : #"<strong class="\#(mark.lowercased())-mark">\#(mark)</strong> "#
        #expect(row.contains(">\(marked)\(says)</td>"), "\(row)")
    }

    @Test func `danger comes first, then what runs out first, also past the day on which it came`() async throws {
        let site = try await TestStaffSite()
        let concern = try await site.receive("x", hasDueTime: true)
        let praise = try await site.receive("x", urgency: .praise, hasDueTime: true)
        site.clock.advance(by: 60)
        let later = try await site.receive("x", arrived: "2026-11-02", hasDueTime: true)
        let danger = try await site.receive("x", urgency: .dangerNow, hasDueTime: true)
        let html = try await site.browser(of: .moderator).get("/desk").html
        let places = try [danger, concern, later, praise].map {
            try #require(html.range(of: "scope=\"row\"><a href=\"/desk/\($0)")).lowerBound
        }
        #expect(places == places.sorted())
    }

    @Test func `what is held stands behind what waits, is late for nobody, and waits again from its day on`()
        async throws
    {
        let site = try await TestStaffSite()
        let held = try await site.receive("x", hasDueTime: true)
        let browser = try await site.browser(of: .moderator)
        #expect(try await row(held, browser).contains("in 5 days"))
        let fields = TestStaffSite.deciding(.hold, [("seen", "0")])
        #expect(try await browser.post("/desk/\(held)", fields).status == .seeOther)
        #expect(try await row(held, browser).contains(">not before 2026-12-01<"))
        site.clock.advance(by: 6 * Self.day)
        let waiting = try await site.receive("x", hasDueTime: true)
        let again = try await site.browser(of: .moderator)
        #expect(try await places(of: [waiting, held], again) == [0, 1])
        #expect(try await again.get("/desk?late=yes").html.contains("\(held)") == false)
        #expect(try await again.get("/desk?state=waiting").html.contains("\(held)") == false)
        site.clock.days = 7
        let row = try await row(held, again)
        #expect(row.contains("was held; the day has come") && row.contains("waiting since 2026-12-01"), "\(row)")
        #expect(try await again.get("/desk?state=waiting").html.contains("\(held)"))
        #expect(try await places(of: [held, waiting], again) == [0, 1])
    }

    @Test func `held or handed on, danger still stands before all that is none, and behind the danger that waits`()
        async throws
    {
        let site = try await TestStaffSite()
        let concern = try await site.receive("x", hasDueTime: true)
        let (held, handedOn) = (
            try await site.receive("x", urgency: .dangerNow), try await site.receive("x", urgency: .dangerNow)
        )
        let browser = try await site.browser(of: .moderator)
        for (id, decision) in [(held, ModerationDecision.hold), (handedOn, .escalate)] {
            let fields = TestStaffSite.deciding(decision).filter { $0.0 != "urgency" } + [("urgency", "danger_now")]
            #expect(try await browser.post("/desk/\(id)", fields).status == .seeOther)
        }
        let danger = try await site.receive("x", urgency: .dangerNow, hasDueTime: true)
        let places = try await places(of: [danger, held, handedOn, concern], browser)
        #expect(places.first == 0 && places.last == 3)
        // Two counts of danger on one page: each says what it counts.
        let html = try await browser.get("/desk").html
        #expect(html.contains("Handed on by nobody yet: 2."))
        #expect(html.contains("<strong>3</strong> Danger now (of them handed on: 1)"))
        #expect(html.contains("<strong>1</strong> Concern</li>"))
    }

    /// Where the queue shows concerns, from 0 on for the first of them.
    private func places(of ids: [ConcernID], _ browser: Browser) async throws -> [Int] {
        let html = try await browser.get("/desk").html
        let starts = try ids.map { try #require(html.range(of: "scope=\"row\"><a href=\"/desk/\($0)")).lowerBound }
        return starts.map { start in starts.count { $0 < start } }
    }

    @Test(arguments: [
        (10 * minute, Pace.withinTarget), (25 * minute, .upToTwice), (45 * minute, .later),
    ])
    func `how soon a decision came is counted, and undoing it brings the due time back`(
        later: Int, pace: Pace
    ) async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("x", urgency: .dangerNow, hasDueTime: true)
        site.clock.advance(by: later - SecondFactor.stepSeconds)
        let browser = try await site.browser(of: .moderator)
        let before = try await row(id, browser)
        let fields = TestStaffSite.accepting().filter { $0.0 != "urgency" } + [("urgency", "danger_now")]
        #expect(try await browser.post("/desk/\(id)", fields).status == .seeOther)
        let counted = try await site.records.quality(log: site.log).pace(since: site.today.week)
        #expect(counted.map(\.pace) == [pace])
        _ = try await browser.post("/desk/undo", [], from: "/desk")
        #expect(try await row(id, browser) == before)
        let says = later < 15 * Self.minute ? "in 5 minutes" : "by "
        #expect(try await browser.get("/desk/\(id)").html.contains("<dt>Due</dt><dd>\(says)"))
    }

    @Test func `how soon is not known where the due time cannot be read`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("x")
        #expect(
            try await site.browser(of: .moderator).post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let counted = try await site.records.quality(log: site.log).pace(since: site.today.week)
        #expect(counted.map(\.pace) == [.unknown])
    }

    @Test func `what is due in a minute that nobody can read waits since its day`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("x", arrived: "2026-11-20")
        #expect(try await row(id, site.browser(of: .moderator)).contains("</strong> waiting since 2026-11-20<"))
    }

    @Test func `a moderator without the team's key sees the day, until another one opens the times`() async throws {
        let site = try await TestStaffSite()
        try await site.addAccount("new", .moderator, nil)
        let id = try await site.receive("x", arrived: "2027-01-15", hasDueTime: true)
        let without = try await site.browser(of: "new")
        #expect(try await row(id, without).contains("waiting since 2027-01-15"))
        #expect(try await row(id, site.browser(of: .moderator)).contains("in 4 days"))
    }

    @Test func `the due time goes with the last moderator who has the key, and comes back with the next`() async throws
    {
        let site = try await TestStaffSite()
        let id = try await site.receive("x", urgency: .safeguarding, hasDueTime: true)
        let (one, other) = (try await site.browser(of: .moderator), try await site.browser(of: .leadModerator))
        #expect(try await row(id, one).contains("in 3 hours"))
        _ = try await one.post("/sign-out", [], from: "/desk")
        #expect(await site.sessions.board.isForgotten == false)
        _ = try await other.post("/sign-out", [], from: "/desk")
        #expect(await site.sessions.board.isForgotten)
        let again = try await site.browser(of: .moderator)
        #expect(try await row(id, again).contains("in 3 hours"))
        site.clock.advance(by: Sessions.idleSeconds)
        await site.sessions.sweep(atSecond: site.clock.second)
        #expect(await site.sessions.board.isForgotten)
    }

    @Test func `what came in another run opens too, and is then closed with the rest`() async throws {
        let site = try await TestStaffSite()
        let former = DueTimes(targets: site.dueTimes.targets, sealer: try DueSealer(teamKey: site.teamKey.publicKey))
        var ids: [ConcernID] = []
        for number in UInt64(1)...3 {
            let id = ConcernID(of: number)
            let sealed = try site.sealer.seal(Told(Original("x")), of: id)
            _ = try await site.records.intake.add(
                NewConcern(
                    id: id, authority: nil, channel: .email, teller: nil, sharing: .counted, arrivedOn: site.today,
                    urgency: .safeguarding, words: sealed.words, key: sealed.key, receipt: nil,
                    due: former.due(of: id, .safeguarding, atSecond: site.clock.second)))
            ids.append(id)
        }
        let browser = try await site.browser(of: .moderator)
        for id in ids { #expect(try await row(id, browser).contains("in 4 hours")) }
        while try await site.desk.dueKeys().keys.contains(former.keyID) { try await Task.sleep(for: .milliseconds(5)) }
        await site.sessions.board.forget()
        for id in ids { #expect(try await row(id, browser).contains("in 4 hours")) }
    }

    @Test func `no file holds anything finer than a day, before and after the decision`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-due-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try await TestStaffSite(file: folder.appending(path: "earshot.sqlite"))
        let second = site.clock.second
        var random = SystemRandomNumberGenerator()
        let token = FormTokens(key: Data(repeating: 8, count: 32)).token(atSecond: second - 60, using: &random)
        let opened = FormTokens(key: Data(repeating: 8, count: 32)).opened(token, atSecond: second)
        let answers = TellAnswers(
            told: Told(Original("My room is damp.")), authority: nil, teller: nil, sharing: .counted)
        _ = try await site.reception.take(answers, through: .web, sentWith: opened, isSetAside: false)
        let id = try #require(try await site.desk.awaitingDecision().first?.id)
        let browser = try await site.browser(of: .moderator)
        #expect(try await row(id, browser).contains("in 5 days"))
        _ = try await browser.get("/desk/\(id)")
        for isDecided in [false, true] {
            if isDecided {
                let fields =
                    [("urgency", "spam"), ("decision", "refuse"), ("seen", "0"), ("action", "decide")]
                    + TestStaffSite.grounds
                #expect(try await browser.post("/desk/\(id)", fields).status == .seeOther)
            }
            let minutes = ((second - 120) / 60...(second + 120) / 60).flatMap { [$0, $0 + 7_200] }
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
                let bytes = try Data(contentsOf: folder.appending(path: name))
                for number in minutes + minutes.map({ $0 * 60 }) + [second] {
                    let asText = Data("\(number)".utf8)
                    let asNumber = withUnsafeBytes(of: UInt32(number).bigEndian) { Data($0) }
                    #expect(bytes.range(of: asText) == nil, "\(name)")
                    #expect(bytes.range(of: asNumber) == nil, "\(name)")
                }
            }
        }
        #expect(try await site.desk.dueKeys().count <= 1)
    }
}
