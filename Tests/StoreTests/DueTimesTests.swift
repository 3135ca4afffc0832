import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

/// What the store does with due times that it cannot read.
struct DueTimesTests {
    static func due(_ seed: UInt64, key: UInt8 = 1) -> NewDue {
        NewDue(
            keyID: Data(repeating: key, count: 16), sealedKey: Data([key]),
            sealed: Data(repeating: UInt8(truncatingIfNeeded: seed), count: 36))
    }

    /// A store with concerns of these seeds, each with a due time.
    private func store(_ seeds: ClosedRange<UInt64>, urgency: Urgency = .concern) async throws -> TestStore {
        let store = try TestStore()
        for seed in seeds {
            let concern = try store.concern(seed, urgency: urgency, due: Self.due(seed))
            #expect(try await store.records.intake.add(concern) == .kept)
        }
        return store
    }

    private func due(in store: TestStore) async throws -> [QueuedConcern.Due] {
        guard case .all(let waiting) = try await store.desk.queueNews(after: nil).news else { return [] }
        return waiting.compactMap(\.due)
    }

    @Test(arguments: ModerationDecision.allCases)
    func `it is erased with the decision, and comes back where that is undone`(
        decision: ModerationDecision
    ) async throws {
        let store = try await store(1...1)
        let before = try await due(in: store)
        let done = try await store.desk.decide(store.decision(1, decision))
        #expect(try store.count("SELECT count(*) FROM due") == 0)
        try await store.desk.undo(done, by: store.decision(1).by, on: store.today)
        #expect(try await due(in: store) == before && before.count == 1)
    }

    @Test(arguments: [(Urgency.concern, 0), (.dangerNow, 1)])
    func `it is erased with the words that are taken back, unless they are kept for safety`(
        urgency: Urgency, left: Int
    ) async throws {
        let store = try await store(1...1, urgency: urgency)
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try store.count("SELECT count(*) FROM due") == left)
        guard left > 0 else { return }
        try await store.desk.decide(store.decision(1, .refuse, urgency: urgency))
        #expect(try store.count("SELECT count(*) FROM due") == 0)
    }

    @Test func `the key of a run is kept once, and forgotten when the desk has closed all anew`() async throws {
        let store = try await store(1...3)
        #expect(try await store.desk.dueKeys() == [Data(repeating: 1, count: 16): Data([1])])
        try await store.desk.decide(store.decision(3))
        let anew = Dictionary(uniqueKeysWithValues: (UInt64(1)...3).map { (ConcernID(of: $0), Self.due($0, key: 2)) })
        try await store.desk.reseal(anew)
        #expect(try await store.desk.dueKeys() == [Data(repeating: 2, count: 16): Data([2])])
        #expect(try store.count("SELECT count(*) FROM due") == 2, "what was decided gets none again")
    }

    @Test(arguments: [
        "INSERT INTO due VALUES ('\(ConcernID(of: 1))', zeroblob(16), x'01')",
        "INSERT INTO due VALUES ('\(ConcernID(of: 1))', zeroblob(16), 29999999)",
        "INSERT INTO due VALUES ('\(ConcernID(of: 1))', x'02', zeroblob(36))",
        "INSERT INTO dueKey VALUES (x'02', x'02')",
    ])
    func `nothing that is not sealed fits in`(sql: String) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try store.force("INSERT INTO dueKey VALUES (zeroblob(16), x'01')")
        #expect(throws: DatabaseError.self) { try store.force(sql) }
    }
}
