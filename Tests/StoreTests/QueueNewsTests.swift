import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct QueueNewsTests {
    private let file = TestStore.file()

    @Test func `after the first look only what was written to is told`() async throws {
        let store = try TestStore(file: file)
        for seed in UInt64(1)...3 {
            _ = try await store.records.intake.add(store.concern(seed, due: DueTimesTests.due(seed)))
        }
        let first = try await store.desk.queueNews(after: nil)
        guard case .all(let waiting) = first.news else { throw WrongNews() }
        #expect(Set(waiting.map(\.concern.id)) == Set((UInt64(1)...3).map(ConcernID.init(of:))))
        #expect(waiting.allSatisfy { $0.due?.keyID == Data(repeating: 1, count: 16) })
        #expect(try await changes(store, first.edition) == [:])

        _ = try await store.records.intake.add(store.concern(4, urgency: .dangerNow))
        try await store.desk.decide(store.decision(1))
        try await store.desk.decide(store.decision(2, .hold))
        let expected = [ConcernID(of: 4): ConcernState.waiting, ConcernID(of: 1): nil, ConcernID(of: 2): .held]
        #expect(try await changes(store, first.edition) == expected)
        #expect(try await changes(store, first.edition) == [:])
    }

    @Test func `what is taken back leaves the queue`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let first = try await store.desk.queueNews(after: nil)
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await changes(store, first.edition) == [ConcernID(of: 1): nil])
    }

    @Test func `what was undone at once was never news`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let first = try await store.desk.queueNews(after: nil)
        await #expect(throws: DecisionRefused.self) { try await store.desk.decide(store.decision(1), after: 7) }
        #expect(try await changes(store, first.edition) == [:])
    }

    @Test func `what another process writes is read with all else, when it is asked for`() async throws {
        let store = try TestStore(file: file)
        let first = try await store.desk.queueNews(after: nil)
        let other = try TestStore(file: file)
        _ = try await other.records.intake.add(other.concern(1))
        #expect(try await changes(store, first.edition, includesOthers: false) == [:])
        guard case .all(let waiting) = try await store.desk.queueNews(after: first.edition).news else {
            throw WrongNews()
        }
        #expect(waiting.map(\.concern.id) == [ConcernID(of: 1)])
    }

    @Test func `which concern came after which is nowhere in the file`() async throws {
        let store = try TestStore(file: file)
        _ = try await store.desk.queueNews(after: nil)
        _ = try await store.records.intake.add(store.concern(1))
        #expect(try store.count("SELECT count(*) FROM sqlite_master WHERE name LIKE '%changedConcern%'") == 0)
        #expect(try store.count("SELECT count(*) FROM sqlite_master WHERE name LIKE 'concernCame%'") == 0)
    }

    private struct WrongNews: Error {}

    /// By concern, its state where it waits now.
    private func changes(
        _ store: TestStore, _ edition: QueueEdition, includesOthers: Bool = true
    ) async throws -> [ConcernID: ConcernState?] {
        let news = try await store.desk.queueNews(after: edition, includesOthers: includesOthers).news
        guard case .changes(let changed, let waiting) = news else { throw WrongNews() }
        let states = Dictionary(uniqueKeysWithValues: waiting.map { ($0.concern.id, $0.concern.state) })
        return Dictionary(uniqueKeysWithValues: changed.map { ($0, states[$0]) })
    }
}
