import Concerns
import Foundation
import Store
import TestSupport
import Testing

struct IntakeTests {
    @Test func `a concern handed in waits at the desk with what was said beside the words`() async throws {
        let store = try TestStore()
        #expect(try await store.records.intake.add(store.concern(1)) == .kept)
        let found = try #require(try await store.desk.concern(ConcernID(of: 1)))
        #expect(found.summary.state == .waiting)
        #expect(found.summary.teller == .inCare && found.sharing == .words)
        #expect(found.words == Data([1, 2, 3]) && found.key == Data([4, 5, 6]))
    }

    @Test func `many that arrive together are all kept`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        try await withThrowingTaskGroup(of: Kept.self) { group in
            for seed in UInt64(1)...400 {
                let concern = try store.concern(seed &* 256 &+ seed % 251, mark: Data(store.mark(seed)))
                group.addTask { try await intake.add(concern.withoutReceipt) }
            }
            for try await kept in group { #expect(kept == .kept) }
        }
        #expect(try await store.desk.awaitingDecision(limit: 1_000).count == 400)
    }

    @Test func `one that cannot be kept does not take the others of its commit with it`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        _ = try await intake.add(store.concern(1))
        let clash = try store.concern(1)
        let good = try store.concern(2)
        async let first = intake.add(good)
        await #expect(throws: NotKept(problem: .refused)) { try await intake.add(clash) }
        #expect(try await first == .kept)
        #expect(try await store.threads.thread(lookup: store.lookup(2)) != nil)
    }

    @Test func `on a full disk a concern is not acknowledged, and once there is room the next is`() async throws {
        let store = try TestStore()
        // SQLite says the same as of a full disk when the file may not grow.
        let pages = try await store.pageCount()
        try store.force("PRAGMA max_page_count = \(pages)")
        let large = try store.concern(1).with(words: Data(repeating: 1, count: 100_000))
        await #expect(throws: NotKept(problem: .cannotWrite)) { try await store.records.intake.add(large) }
        #expect(try await store.threads.thread(lookup: store.lookup(1)) == nil)
        try store.force("PRAGMA max_page_count = 1000000")
        #expect(try await store.records.intake.add(large) == .kept)
    }

    @Test func `mail that was imported before is stored once`() async throws {
        let store = try TestStore()
        let mark = Data(repeating: 5, count: 32)
        #expect(try await store.records.intake.add(store.concern(1, mark: mark)) == .kept)
        #expect(try await store.records.intake.add(store.concern(2, mark: mark)) == .alreadyThere)
        #expect(try await store.desk.awaitingDecision().count == 1)
    }

    @Test func `a receipt finds its thread and no other`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        #expect(try await store.threads.thread(lookup: store.lookup(1))?.concern == ConcernID(of: 1))
        #expect(try await store.threads.thread(lookup: store.lookup(2)) == nil)
    }
}

extension TestStore {
    func mark(_ seed: UInt64) -> [UInt8] {
        var generator = Seeded(seed)
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension NewConcern {
    /// The same concern as mail, which gets no receipt.
    var withoutReceipt: NewConcern { copy(words: words, key: key, receipt: nil, channel: .email) }

    func with(words: Data, key: Data? = nil) -> NewConcern {
        copy(words: words, key: key ?? self.key, receipt: receipt, channel: channel)
    }

    private func copy(words: Data, key: Data, receipt: NewReceipt?, channel: Channel) -> NewConcern {
        NewConcern(
            id: id, authority: authority, channel: channel, teller: teller, sharing: sharing, arrivedOn: arrivedOn,
            urgency: urgency, words: words, key: key, receipt: receipt, importMark: importMark)
    }
}
