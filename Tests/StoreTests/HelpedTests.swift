import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct HelpedTests {
    /// Notes that words about care helped, unless said otherwise, on the day after the last that counts.
    private static func note(
        _ areas: Set<JudgementArea> = [.lookedAfter], in store: TestStore, acceptedBy day: Day? = nil,
        later days: Int = 1
    ) async throws -> Int {
        try await store.records.planning(log: store.log).noteHelped(
            in: "case", authorities: [store.sandwell], areas: areas, acceptedBy: day ?? store.today, by: "pat",
            on: store.today + days)
    }

    private static func toTell(in store: TestStore) async throws -> [JudgementArea: Int] {
        try await store.records.planning(log: store.log).threadsToTell(
            of: [store.sandwell], acceptedBy: store.today)
    }

    @Test func `an accepted message about one of the areas is noted, with the month of the note`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...3 { _ = try await store.records.intake.add(store.concern(seed)) }
        try await store.desk.decide(store.decision(1))
        try await store.desk.decide(store.decision(2, areas: [.adoption, .careLeavers]))
        try await store.desk.decide(store.decision(3, areas: [.leadership]))
        #expect(try await Self.note([.lookedAfter, .careLeavers], in: store, later: 30) == 2)
        #expect(try await store.thread(1).messages.map(\.helpedIn) == [Day("2026-12-24").month])
        #expect(try await store.thread(2).messages.map(\.helpedIn) == [Day("2026-12-24").month])
        #expect(try await store.thread(3).messages.map(\.helpedIn) == [nil])
    }

    @Test(arguments: [ModerationDecision.hold, .escalate, .refuse])
    func `a message that was not accepted is never said to have helped`(decision: ModerationDecision) async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        try await store.desk.decide(store.decision(1, decision))
        #expect(try await Self.note(in: store) == 0)
        for seed in UInt64(1)...2 { #expect(try await store.thread(seed).messages.map(\.helpedIn) == [nil]) }
    }

    @Test func `a message accepted on the last day may have helped, one accepted later has not`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        #expect(try await Self.note(in: store, acceptedBy: store.today + -1) == 0)
        #expect(try await Self.note(in: store, acceptedBy: store.today) == 1)
    }

    @Test func `a message about another council is left alone`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        let planning = store.records.planning(log: store.log)
        let told = try await planning.noteHelped(
            in: "case", authorities: [GSSCode("E08000008")], areas: [.lookedAfter], acceptedBy: store.today, by: "pat",
            on: store.today)
        #expect(told == 0)
    }

    @Test func `what was taken back is not noted, and what was noted and then taken back no longer says so`()
        async throws
    {
        let store = try TestStore()
        for seed in UInt64(1)...2 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await Self.note(in: store) == 1)
        try await store.threads.withdraw(ConcernID(of: 2), on: store.today)
        _ = try await store.records.intake.add(store.addition(3, to: 2))
        #expect(try await store.thread(2).messages.map(\.helpedIn) == [nil, nil])
    }

    @Test func `noting again tells nobody a second time, and keeps the first day`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        #expect(try await Self.note(in: store) == 1)
        #expect(try await Self.note(in: store, later: 90) == 0)
        #expect(try await store.thread(1).messages.map(\.helpedIn) == [store.today.month])
    }

    @Test func `a thread of several messages is told once, and each message by its own areas`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        for seed in UInt64(2)...3 { _ = try await store.records.intake.add(store.addition(seed, to: 1)) }
        for seed in UInt64(1)...2 { try await store.desk.decide(store.decision(seed)) }
        try await store.desk.decide(store.decision(3, areas: [.leadership]))
        #expect(try await Self.toTell(in: store) == [.lookedAfter: 1, .leadership: 1])
        #expect(try await Self.note(in: store) == 1)
        #expect(try await Self.toTell(in: store) == [.leadership: 1])
        let noted = try await store.thread(1).messages.count { $0.helpedIn != nil }
        #expect(noted == 2)
    }

    @Test func `praise, spam and adults' words did not count, so they did not help`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        _ = try await store.records.intake.add(store.concern(3, teller: .worriedOther))
        try await store.desk.decide(store.decision(1, urgency: .praise))
        try await store.desk.decide(store.decision(2, urgency: .spam))
        try await store.desk.decide(store.decision(3))
        #expect(try await Self.toTell(in: store).isEmpty)
        #expect(try await Self.note(in: store) == 0)
    }

    @Test func `nobody is counted who has no receipt to read it with`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        try store.force("DELETE FROM receipt")
        #expect(try await Self.toTell(in: store).isEmpty)
        #expect(try await Self.note(in: store) == 0)
    }

    @Test func `one line in the log says who noted it of which case, and none that nothing was noted`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        for _ in 1...2 { _ = try await Self.note(in: store) }
        let line = LogLine(day: store.today + 1, who: "pat", did: "noted what helped", about: "case")
        #expect(try await store.log.lines(about: "case") == [line])
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `where its line in the log cannot be written, nothing is noted`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        try store.force("CREATE TRIGGER full BEFORE INSERT ON logLine BEGIN SELECT RAISE(ABORT, 'no room'); END")
        await #expect(throws: StoreProblem.refused) { try await Self.note(in: store) }
        #expect(try await store.thread(1).messages.map(\.helpedIn) == [nil])
    }

    @Test(arguments: ["2026-11", "2026-11-24 21:55", "2026-11-24"])
    func `the schema refuses a time of day, and a message that was not accepted`(text: String) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        if text.count != 10 { try await store.desk.decide(store.decision(1)) }
        #expect(throws: DatabaseError.self) { try store.force("UPDATE concern SET helpedOn = '\(text)'") }
    }

    @Test func `whom to tell is found by council, and no whole table is read`() throws {
        let store = try TestStore()
        try store.records.database.read { db in
            let sql = Planning.toTell([store.sandwell], [.lookedAfter], store.today)
            let plan = try SQLRequest<Row>("EXPLAIN QUERY PLAN \(sql)").fetchAll(db).map { $0["detail"] as String }
            #expect(plan.contains { $0.contains("moderatedByAuthority") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }
}
