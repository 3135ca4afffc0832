import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct QuarantineTests {
    /// A store with one entry in quarantine, of this seed.
    private static func store(
        holding seed: UInt64 = 1, urgency: Urgency? = .concern, file: URL? = nil, source: String = "sealed"
    ) async throws -> TestStore {
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add([
            .quarantined(store.quarantined(seed, urgency: urgency, source: Data(source.utf8)))
        ])
        return store
    }

    private static func logged(_ store: TestStore, _ seed: UInt64 = 1) async throws -> [String] {
        try await store.log.lines(about: ConcernID(of: seed).description).map(\.did)
    }

    @Test func `danger comes first, what nobody could read before plain concerns, then the longest waiting`()
        async throws
    {
        let store = try TestStore()
        let arrivals: [(Urgency?, String)] = [
            (.concern, "2026-01-01"), (nil, "2026-11-02"), (.dangerNow, "2026-11-24"), (.safeguarding, "2026-11-01"),
            (nil, "2026-11-01"), (.spam, "2026-01-01"),
        ]
        for (seed, (urgency, day)) in arrivals.enumerated() {
            _ = try await store.records.intake.add([
                .quarantined(store.quarantined(UInt64(seed), urgency: urgency, arrivedOn: day))
            ])
        }
        let waiting = try await store.desk.quarantined()
        #expect(waiting.map(\.urgency) == [.dangerNow, .safeguarding, nil, nil, .concern, .spam])
        #expect(waiting[2].arrivedOn < waiting[3].arrivedOn)
        #expect(try await store.desk.quarantined(from: 4, limit: 1).map(\.urgency) == [.concern])
        #expect(try await store.desk.countsQuarantined() == QuarantineCounts(waiting: 6, danger: 1))
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 2)])
    }

    @Test func `one is opened with its closed source and why it was set aside`() async throws {
        let store = try await Self.store()
        let found = try #require(try await store.desk.quarantined(ConcernID(of: 1)))
        #expect(found.source == Data("sealed".utf8) && found.key == Data("key".utf8))
        #expect(found.summary.reason == "Its text cannot be read." && found.summary.outcome == nil)
        #expect(try await store.desk.quarantined(ConcernID(of: 2)) == nil)
    }

    @Test func `what is keyed in from one is a concern of its number, and the source is gone`() async throws {
        let store = try await Self.store(urgency: .dangerNow)
        try await store.desk.take(store.concern(1, urgency: .dangerNow), by: "mo", on: store.today)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 1)])
        let settled = try #require(try await store.desk.quarantined(ConcernID(of: 1)))
        #expect(settled.summary.outcome == .taken && settled.source.isEmpty && settled.key == nil)
        #expect(try await store.desk.countsQuarantined() == QuarantineCounts(waiting: 0, danger: 0))
        #expect(try await Self.logged(store) == ["took from quarantine"])
        // It is the same danger, which somebody was called for.
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 1)])
    }

    @Test(arguments: SetAside.allCases)
    func `what is set aside is gone for good, and it stands in the log why`(reason: SetAside) async throws {
        let store = try await Self.store(urgency: .dangerNow)
        try await store.desk.setAside(ConcernID(of: 1), as: reason, by: "mo", on: store.today)
        let settled = try #require(try await store.desk.quarantined(ConcernID(of: 1)))
        #expect(settled.summary.outcome == .setAside(reason) && settled.source.isEmpty && settled.key == nil)
        #expect(try await store.desk.quarantined().isEmpty)
        #expect(try await store.desk.waitingDanger().isEmpty)
        #expect(try await Self.logged(store) == ["set aside as \(reason.rawValue)"])
    }

    @Test func `importing the same mail again brings nothing back that was settled`() async throws {
        let store = try await Self.store()
        try await store.desk.setAside(ConcernID(of: 1), as: .spam, by: "mo", on: store.today)
        let again = try await store.records.intake.add([
            .quarantined(store.quarantined(2, mark: store.importMark(1)))
        ])
        #expect(again == [.alreadyThere])
        #expect(try await store.desk.quarantined().isEmpty)
    }

    @Test func `the second of two moderators is told that it was settled, and changes nothing`() async throws {
        let store = try await Self.store()
        try await store.desk.setAside(ConcernID(of: 1), as: .spam, by: "mo", on: store.today)
        let refused = QuarantineRefused.alreadySettled(.setAside(.spam))
        await #expect(throws: refused) { try await store.desk.take(store.concern(1), by: "ann", on: store.today) }
        await #expect(throws: refused) {
            try await store.desk.setAside(ConcernID(of: 1), as: .noMessage, by: "ann", on: store.today)
        }
        #expect(try await store.desk.awaitingDecision().isEmpty)
        #expect(try await Self.logged(store) == ["set aside as spam"])
        await #expect(throws: QuarantineRefused.noSuchEntry) {
            try await store.desk.take(store.concern(2), by: "ann", on: store.today)
        }
    }

    @Test func `where the log cannot be written nothing is taken, and nothing is erased`() async throws {
        let store = try await Self.store()
        let desk = store.records.desk(log: store.records.log { _, _ in Data() })
        await #expect(throws: QuarantineRefused.store(.refused)) {
            try await desk.take(store.concern(1), by: "mo", on: store.today)
        }
        await #expect(throws: QuarantineRefused.store(.refused)) {
            try await desk.setAside(ConcernID(of: 1), as: .spam, by: "mo", on: store.today)
        }
        #expect(try await store.desk.awaitingDecision().isEmpty)
        let waiting = try #require(try await store.desk.quarantined(ConcernID(of: 1)))
        #expect(waiting.source == Data("sealed".utf8) && waiting.key != nil)
    }

    @Test(arguments: [false, true])
    func `of a settled source no byte is left in the file`(isTaken: Bool) async throws {
        let file = TestStore.file()
        let words = "quillwort and samphire"
        let store = try await Self.store(file: file, source: String(repeating: words, count: 3_000))
        #expect(try Self.files(of: file, holding: words) > 0)
        if isTaken {
            try await store.desk.take(store.concern(1), by: "mo", on: store.today)
        } else {
            try await store.desk.setAside(ConcernID(of: 1), as: .noMessage, by: "mo", on: store.today)
        }
        #expect(try Self.files(of: file, holding: "wort and samph") == 0)
    }

    @Test func `a store with something in quarantine holds sealed words`() async throws {
        #expect(try TestStore().records.isFreeOfSealedWords())
        #expect(try await Self.store().records.isFreeOfSealedWords() == false)
    }

    private static func files(of file: URL, holding words: String) throws -> Int {
        try ["", "-wal"].count {
            try Data(contentsOf: URL(filePath: file.path + $0)).range(of: Data(words.utf8)) != nil
        }
    }
}
