import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct RetentionTests {
    private static let terms = RetentionTerms(original: 12, spam: 1, receipt: 12, safeguarding: 420, log: 84)

    private static func run(_ store: TestStore, asOf day: String) async throws -> Destroyed {
        try await store.records.retention(log: store.log).run(terms, asOf: Day(day), today: Day(day))
    }

    private static func isThere(_ seed: UInt64, in store: TestStore) async throws -> Bool {
        let concern = try #require(try await store.desk.concern(ConcernID(of: seed)))
        #expect((concern.key == nil) == concern.words.isEmpty)
        return concern.key != nil
    }

    @Test(arguments: [
        ("2026-11-30", 1, "2026-12-29", false), ("2026-11-30", 1, "2026-12-30", true),
        ("2026-11-24", 12, "2027-11-23", false), ("2026-11-24", 12, "2027-11-24", true),
        ("2027-01-31", 1, "2027-02-27", false), ("2027-01-31", 1, "2027-02-28", true),
        ("2026-11-24", 0, "2026-11-24", true),
    ])
    func `a term ends on the same day of its last month, or on that month's last`(
        decided: String, months: Int, asOf: String, isOver: Bool
    ) throws {
        let newest = RetentionTerms.newest(over: months, by: try Day(asOf))
        #expect((try Day(decided) <= newest) == isOver)
        #expect(newest.adding(months: months) <= (try Day(asOf)))
        #expect((newest + 1).adding(months: months) > (try Day(asOf)))
    }

    @Test func `what was decided a term ago loses key and words, spam sooner, and nothing that is open`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...4 { _ = try await store.records.intake.add(store.concern(seed)) }
        try await store.desk.decide(store.decision(1))
        try await store.desk.decide(store.decision(2, .refuse, urgency: .spam, areas: []))
        try await store.desk.decide(store.decision(3, .hold))
        let month = try await Self.run(store, asOf: "2026-12-24")
        #expect(month.counts[.spam] == 1 && month.counts[.original] == 0)
        #expect(try await Self.isThere(1, in: store))
        #expect(try await !Self.isThere(2, in: store))
        let year = try await Self.run(store, asOf: "2027-11-24")
        #expect(year.counts[.original] == 1 && year.longOpen == 2)
        #expect(try await !Self.isThere(1, in: store))
        for seed in [UInt64(3), 4] { #expect(try await Self.isThere(seed, in: store)) }
    }

    @Test func `what was destroyed stays counted, and its moderated text is still found`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        _ = try await Self.run(store, asOf: "2027-11-24")
        #expect(try await store.records.reading.voices().map(\.voices) == [1])
        #expect(try await store.records.reading.concerns(ConcernQuery(words: "worker")).count == 1)
        #expect(try store.count("SELECT count FROM destroyed WHERE kind = 'decided-original'") == 1)
        let again = try await Self.run(store, asOf: "2027-11-25")
        #expect(again.isNothing)
        #expect(try store.count("SELECT count(*) FROM destroyed") == 2)
        #expect(try await store.log.verify().fault == nil)
    }

    @Test func `a receipt and its replies end with the last words of its thread, and not before`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        try await store.desk.decide(store.decision(1, reply: Data([9])))
        let before = try await Self.run(store, asOf: "2028-01-01")
        #expect(before.counts[.original] == 1 && before.counts[.receipt] == 0)
        #expect(try await store.thread(1).replies.count == 1)
        try await store.desk.decide(store.decision(2))
        let after = try await Self.run(store, asOf: "2028-01-01")
        #expect(after.counts[.receipt] == 1)
        #expect(try await store.threads.thread(lookup: store.lookup(1)) == nil)
        #expect(try store.count("SELECT count(*) FROM reply") == 0)
        #expect(try store.count("SELECT count(*) FROM concern WHERE replyKey IS NOT NULL") == 0)
    }

    @Test func `a dry run says the same and destroys nothing`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        let due = try await store.records.retention(log: store.log).due(Self.terms, asOf: Day("2027-11-24"))
        #expect(due.counts[.original] == 1)
        #expect(try await Self.isThere(1, in: store))
    }

    @Test func `where the list of erasures cannot be written, nothing is destroyed`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        let log = store.records.log(
            hash: store.log.hash,
            erasures: ErasureNotes(keep: { _ in throw StoreProblem.cannotWrite }, takeBack: { _ in }))
        await #expect(throws: StoreProblem.cannotWrite) {
            try await store.records.retention(log: log).run(Self.terms, asOf: Day("2027-11-24"), today: store.today)
        }
        await #expect(throws: StoreProblem.cannotWrite) {
            try await store.records.threads(log: log).withdraw(ConcernID(of: 1), on: store.today)
        }
        #expect(try await Self.isThere(1, in: store))
        #expect(try await !store.thread(1).isWithdrawn)
    }

    @Test func `after a run neither words, keys nor replies are anywhere beside the database`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try TestStore(file: folder.appending(path: "earshot.sqlite"))
        var secrets: [Data] = []
        for seed in UInt64(1)...120 {
            let marks = (0..<3).map { Data(store.mark(seed * 3 + $0)) }
            let words = Data(repeating: 7, count: Int(seed) * 9) + marks[0]
            _ = try await store.records.intake.add(store.concern(seed).with(words: words, key: marks[1]))
            try await store.desk.decide(store.decision(seed, reply: marks[2]))
            secrets += marks
        }
        try await store.records.clearTraces()
        #expect(try secrets.allSatisfy { try Self.isAnywhere($0, in: folder) })
        let done = try await Self.run(store, asOf: "2027-11-24")
        #expect(done.counts[.original] == 120 && done.counts[.receipt] == 120)
        #expect(try await store.records.rewrite())
        for secret in secrets { #expect(try !Self.isAnywhere(secret, in: folder)) }
        #expect(try await store.records.reading.count(ConcernQuery(words: "worker")) == 120)
    }

    private static func isAnywhere(_ bytes: Data, in folder: URL) throws -> Bool {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).contains { path in
            try Data(contentsOf: folder.appending(path: path)).range(of: bytes) != nil
        }
    }
}
