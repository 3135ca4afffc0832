import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct SecondReadingTests {
    let store: TestStore
    let desk: Desk
    let quality: Quality

    init() throws {
        store = try TestStore()
        // The concerns of even seeds are read twice.
        let chosen = Set((UInt64(1)...30).map { ConcernID(of: $0 * 2) })
        desk = store.records.desk(log: store.log) { id, _ in chosen.contains(id) }
        quality = store.records.quality(log: store.log)
    }

    private func accept(
        _ seed: UInt64, urgency: Urgency = .concern, areas: [JudgementArea] = [.lookedAfter],
        text: String? = "no heating",
        pace: Pace = .unknown
    ) async throws {
        _ = try await store.records.intake.add(store.concern(seed, urgency: urgency))
        let decided = store.decision(seed, urgency: urgency, areas: areas, text: text)
        try await desk.decide(
            Decision(
                concern: decided.concern, decision: .accept, urgency: urgency, areas: areas,
                authority: decided.authority, text: decided.text, voice: decided.voice, reply: nil, by: decided.by,
                on: decided.on, searchNumber: decided.searchNumber, pace: pace))
    }

    private func reading(
        _ seed: UInt64, urgency: Urgency = .concern, areas: [JudgementArea] = [.lookedAfter],
        missed: [IdentifierKind: Int] = [:], by: String = "lee"
    ) -> SecondReading {
        SecondReading(
            concern: ConcernID(of: seed), coding: Coding(urgency: urgency, areas: areas), missed: missed, by: by,
            on: store.today)
    }

    @Test func `only accepted concerns that are chosen wait, and none for whoever decided`() async throws {
        for seed in UInt64(1)...6 { try await accept(seed, urgency: seed == 4 ? .dangerNow : .concern) }
        _ = try await store.records.intake.add(store.concern(8))
        try await desk.decide(store.decision(8, .refuse))
        #expect(try await quality.countToRead(by: "lee") == 3)
        // Not by what the first reader made of it, which its place would tell the second.
        let first = try #require([UInt64(2), 4, 6].map(ConcernID.init(of:)).min { $0.description < $1.description })
        #expect(try await quality.nextToRead(by: "lee") == first)
        #expect(try await quality.countToRead(by: "mo") == 0)
        #expect(try await quality.nextToRead(by: "mo") == nil)
    }

    @Test func `whoever decided is refused, and so is a third reader`() async throws {
        try await accept(2)
        await #expect(throws: SecondReadingRefused.ownDecision) {
            try await quality.concernToRead(ConcernID(of: 2), by: "mo")
        }
        await #expect(throws: SecondReadingRefused.ownDecision) { try await quality.take(reading(2, by: "mo")) }
        try await quality.take(reading(2))
        await #expect(throws: SecondReadingRefused.alreadyRead) { try await quality.take(reading(2, by: "kim")) }
        await #expect(throws: SecondReadingRefused.notChosen) { try await quality.take(reading(3)) }
        #expect(throws: DatabaseError.self) { try store.force("UPDATE secondReading SET readBy = firstBy") }
    }

    @Test func `what the second reader gets holds nothing of the first coding`() async throws {
        try await accept(2, urgency: .safeguarding, areas: [.adoption])
        let blind = try await quality.concernToRead(ConcernID(of: 2), by: "lee")
        let shown = "\(blind)" + String(reflecting: blind)
        for told in ["safeguarding", "adoption", "\"mo\""] { #expect(!shown.contains(told), "\(told)") }
        #expect(blind.text?.description == "no heating" && blind.key == Data([4, 5, 6]))
    }

    @Test func `both codings are kept, and the log tells who read without a word of it`() async throws {
        try await accept(2)
        #expect(try await !quality.take(reading(2, urgency: .safeguarding, areas: [.adoption, .lookedAfter])))
        let read = try #require(try await quality.readTwice().first)
        #expect(read.codings.first == Coding(urgency: .concern, areas: [.lookedAfter]))
        #expect(read.codings.second == Coding(urgency: .safeguarding, areas: [.lookedAfter, .adoption]))
        #expect(read.firstBy == "mo" && read.secondBy == "lee" && read.isToDiscuss)
        #expect(try await store.log.lines(about: read.id.description).map(\.did) == ["read again", "accept"])
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `words with something left in are gone at once from reading, search and file, and come back corrected`()
        async throws
    {
        try await accept(2, text: "quokkafern shouts at us")
        #expect(try await quality.take(reading(2, missed: [.person: 1, .place: 2])))
        let reading = store.records.reading
        #expect(try await reading.concerns(ConcernQuery()).isEmpty)
        #expect(try await reading.concerns(ConcernQuery(words: "quokkafern")).isEmpty)
        #expect(try await reading.voices().map(\.voices) == [1])
        #expect(try await store.desk.heardBefore(about: store.sandwell).isEmpty)
        try store.force("INSERT INTO moderatedText (moderatedText) VALUES ('integrity-check')")
        #expect(try store.count("SELECT count(*) FROM moderatedText WHERE moderatedText MATCH 'quokkafern'") == 0)
        #expect(try await quality.withheld() == [ConcernID(of: 2)])
        let missed = try await quality.missed()
        #expect(missed == MissedIdentifiers(byKind: [.person: 1, .place: 2], withAny: 1, readings: 1))
        try store.force("UPDATE moderated SET text = '[name] shouts at us' WHERE text IS NULL")
        #expect(try await quality.withheld().isEmpty)
        #expect(try await reading.concerns(ConcernQuery()).map(\.text.description) == ["[name] shouts at us"])
    }

    @Test func `where the log cannot be written, neither reading nor words are touched`() async throws {
        try await accept(2)
        try store.force("CREATE TRIGGER full BEFORE INSERT ON logLine BEGIN SELECT RAISE(ABORT, 'no room'); END")
        await #expect(throws: SecondReadingRefused.store(.refused)) {
            try await quality.take(reading(2, missed: [.person: 1]))
        }
        #expect(try await quality.readTwice().isEmpty)
        #expect(try await quality.withheld().isEmpty)
        #expect(try await store.records.reading.concerns(ConcernQuery()).count == 1)
    }

    @Test func `a reading lapses when the young person takes the concern back or its words are erased`() async throws {
        try await accept(2)
        try await accept(4)
        try await store.threads.withdraw(ConcernID(of: 2), on: store.today)
        try store.force("DELETE FROM concernKey WHERE concern = '\(ConcernID(of: 4))'")
        for seed in [UInt64(2), 4] {
            await #expect(throws: SecondReadingRefused.lapsed) {
                try await quality.concernToRead(ConcernID(of: seed), by: "lee")
            }
            await #expect(throws: SecondReadingRefused.lapsed) { try await quality.take(reading(seed)) }
        }
        #expect(try await quality.countToRead(by: "lee") == 0)
    }

    @Test func `what is taken back while withheld waits for no correction`() async throws {
        try await accept(2)
        try await quality.take(reading(2, missed: [.person: 1]))
        try await store.threads.withdraw(ConcernID(of: 2), on: store.today)
        #expect(try await quality.withheld().isEmpty)
        let read = try #require(try await quality.readTwice().first)
        #expect(!read.hasWords && !read.isToDiscuss)
    }

    @Test func `a disagreement is settled once, by its readers or the lead`() async throws {
        try await accept(2)
        try await quality.take(reading(2, urgency: .praise))
        let settled = Coding(urgency: .praise, areas: [.lookedAfter])
        func settle(by name: String, asLead: Bool = false) async throws {
            try await quality.settle(ConcernID(of: 2), as: settled, by: name, asLead: asLead, on: store.today)
        }
        await #expect(throws: SecondReadingRefused.notYours) { try await settle(by: "kim") }
        try await settle(by: "lee")
        #expect(try await quality.readTwice().first?.settled == settled)
        #expect(try await quality.readTwice().first?.isToDiscuss == false)
        await #expect(throws: SecondReadingRefused.nothingToSettle) { try await settle(by: "ada", asLead: true) }
    }

    @Test func `how soon first decisions came is counted by week and urgency, and no finer`() async throws {
        try await accept(1, pace: .withinTarget)
        try await accept(3, pace: .withinTarget)
        try await accept(5, urgency: .dangerNow, pace: .later)
        _ = try await store.records.intake.add(store.concern(7))
        try await desk.decide(store.decision(7, .hold))
        try await desk.decide(store.decision(7), after: 1)
        let counts = Set(try await quality.pace(since: store.today.week))
        #expect(
            counts == [
                PaceCount(week: store.today.week, urgency: .concern, pace: .withinTarget, count: 2),
                PaceCount(week: store.today.week, urgency: .dangerNow, pace: .later, count: 1),
                PaceCount(week: store.today.week, urgency: .concern, pace: .unknown, count: 1),
            ])
    }

    @Test func `load counts decisions, different originals and danger, by person and day`() async throws {
        try await accept(2, urgency: .dangerNow)
        try await accept(3)
        for _ in 0..<3 { try await desk.noteOpened(ConcernID(of: 2), by: "mo", on: store.today) }
        try await desk.noteOpened(ConcernID(of: 3), by: "mo", on: store.today)
        try await desk.noteOpened(ConcernID(of: 3), by: "kim", on: store.today + (-20))
        try await quality.take(reading(2))
        #expect(
            try await quality.load(since: store.today + (-13)) == [
                DayOfWork(day: store.today, who: "lee", work: Work(readAgain: 1)),
                DayOfWork(day: store.today, who: "mo", work: Work(decided: 2, opened: 2, danger: 1)),
            ])
    }

    @Test func `what waits is found among what waits, and not among all that was accepted`() throws {
        try store.records.database.read { db in
            let request: SQLRequest<Row> = "EXPLAIN QUERY PLAN SELECT count(*) FROM \(Quality.isAwaited)"
            let steps = try request.fetchAll(db).map { $0["detail"] as String }
            #expect(steps.first == "SCAN secondReading USING INDEX secondReadingAwaited", "\(steps)")
        }
    }

    @Test func `no figure reads a whole table`() throws {
        let plans: [SQL] = [
            "SELECT * FROM secondReading WHERE readOn IS NOT NULL ORDER BY readOn DESC, concern LIMIT 9",
            "SELECT day, who, sum(did = 'accept') FROM logLine WHERE day >= '2026-11-11' AND did IN ('accept') GROUP BY day, who",
            "SELECT * FROM decisionPace WHERE week >= 2968",
        ]
        for plan in plans {
            try store.records.database.read { db in
                let request: SQLRequest<Row> = "EXPLAIN QUERY PLAN \(plan)"
                let steps = try request.fetchAll(db).map { $0["detail"] as String }
                #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
            }
        }
    }
}
