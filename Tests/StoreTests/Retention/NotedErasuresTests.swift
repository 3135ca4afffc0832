import Concerns
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Store

/// A list of erasures in memory, beside a log that refuses lines of one kind, as a full disk would.
private final class NotedList: Sendable {
    private let kept = Mutex<[NotedErasure]>([])
    private let never = Mutex<[NotedErasure]>([])

    var keptNow: [NotedErasure] { kept.withLock { $0 } }
    var takenBack: [NotedErasure] { never.withLock { $0 } }

    func log(of store: TestStore, refusing refused: String) -> Log {
        store.records.log(
            // The store refuses a line whose hash is none.
            hash: { former, fields in fields.contains(refused) ? Data() : store.log.hash(former, fields) },
            erasures: ErasureNotes(
                keep: { erased in self.kept.withLock { $0 += erased } },
                takeBack: { erased in self.never.withLock { $0 += erased } }))
    }
}

struct NotedErasuresTests {
    private static let terms = RetentionTerms(original: 12, spam: 1, receipt: 12, safeguarding: 420, log: 84)

    @Test func `what was noted is taken back where its transaction fails, and only there`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        let list = NotedList()
        let failing = store.records.threads(log: list.log(of: store, refusing: "withdrew"))
        await #expect(throws: StoreProblem.self) { try await failing.withdraw(ConcernID(of: 1), on: store.today) }
        let erased = NotedErasure(.takenBack, of: ConcernID(of: 1).description, on: store.today)
        #expect(list.keptNow == [erased])
        #expect(list.takenBack == [erased])
        #expect(try await store.thread(1).isWithdrawn == false)
        // The same handle goes on: what is erased now is not taken back by the failure before.
        try await store.records.threads(log: list.log(of: store, refusing: "nothing"))
            .withdraw(ConcernID(of: 2), on: store.today)
        #expect(list.keptNow.count == 3)
        #expect(list.takenBack == [erased])
    }

    @Test func `what retention noted is taken back when it cannot be destroyed`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        let list = NotedList()
        let failing = store.records.retention(log: list.log(of: store, refusing: "destroyed"))
        let later = store.today + 3000
        await #expect(throws: StoreProblem.self) {
            _ = try await failing.run(Self.terms, asOf: later, today: later)
        }
        #expect(!list.keptNow.isEmpty)
        #expect(list.takenBack == list.keptNow)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key != nil)
    }
}
