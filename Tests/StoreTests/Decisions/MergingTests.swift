import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct MergingTests {
    private static func store(_ seeds: UInt64 = 2) async throws -> TestStore {
        let store = try TestStore()
        for seed in 1...seeds { _ = try await store.records.intake.add(store.concern(seed)) }
        return store
    }

    private static func voices(_ store: TestStore) async throws -> [Int] {
        try await store.records.reading.voices().map(\.voices)
    }

    private static func merge(_ store: TestStore, _ one: UInt64, _ other: UInt64) async throws(MergeRefused) {
        try await store.desk.merge(ConcernID(of: one), into: ConcernID(of: other), by: "mo", on: store.today)
    }

    @Test(arguments: [[UInt64](), [1], [2], [1, 2]])
    func `merged threads are one voice, whatever was accepted before`(accepted: [UInt64]) async throws {
        let store = try await Self.store()
        for seed in accepted { try await store.desk.decide(store.decision(seed)) }
        try await Self.merge(store, 2, 1)
        for seed in [UInt64(1), 2] where !accepted.contains(seed) {
            try await store.desk.decide(store.decision(seed))
        }
        #expect(try await Self.voices(store) == [1])
        #expect(try await store.desk.concern(ConcernID(of: 1))?.mergedWith == [ConcernID(of: 2)])
        #expect(try await store.desk.concern(ConcernID(of: 2))?.mergedWith == [ConcernID(of: 1)])
        #expect(try await store.thread(1).messages.count == 1)
        #expect(try await store.thread(2).messages.count == 1)
    }

    @Test(arguments: [[UInt64](), [1], [2], [1, 2]])
    func `taken apart they are two again, whatever was accepted before`(accepted: [UInt64]) async throws {
        let store = try await Self.store()
        for seed in accepted { try await store.desk.decide(store.decision(seed)) }
        try await Self.merge(store, 2, 1)
        for seed in [UInt64(1), 2] where !accepted.contains(seed) {
            try await store.desk.decide(store.decision(seed))
        }
        try await store.desk.takeApart(ConcernID(of: 2), by: "mo", on: store.today)
        #expect(try await Self.voices(store) == [2])
        #expect(try await store.done(to: 2).suffix(1) == ["took apart"])
    }

    @Test func `three make one voice, and two when one is taken out`() async throws {
        let store = try await Self.store(3)
        for seed in UInt64(1)...3 { try await store.desk.decide(store.decision(seed)) }
        try await Self.merge(store, 3, 2)
        try await Self.merge(store, 2, 1)
        #expect(try await Self.voices(store) == [1])
        try await store.desk.takeApart(ConcernID(of: 2), by: "mo", on: store.today)
        #expect(try await Self.voices(store) == [2])
        #expect(try await store.desk.concern(ConcernID(of: 3))?.mergedWith == [ConcernID(of: 2)])
    }

    @Test func `what is one already, or merged elsewhere, is said`() async throws {
        let store = try await Self.store(3)
        _ = try await store.records.intake.add(store.addition(4, to: 1))
        await #expect(throws: MergeRefused.isOneAlready) { try await Self.merge(store, 4, 1) }
        await #expect(throws: MergeRefused.noSuchConcern) { try await Self.merge(store, 1, 9) }
        try await Self.merge(store, 2, 1)
        await #expect(throws: MergeRefused.isOneAlready) { try await Self.merge(store, 1, 2) }
        await #expect(throws: MergeRefused.isMerged) { try await Self.merge(store, 2, 3) }
        await #expect(throws: MergeRefused.isNotMerged) {
            try await store.desk.takeApart(ConcernID(of: 3), by: "mo", on: store.today)
        }
    }

    @Test func `a number is known by its beginning`() async throws {
        let store = try await Self.store()
        let start = String(ConcernID(of: 1).description.prefix(6))
        #expect(try await store.desk.concerns(beginning: start) == [ConcernID(of: 1)])
        #expect(try await store.desk.concerns(beginning: "").count == 2)
        #expect(try await store.desk.concerns(beginning: start + "zzzz").isEmpty)
    }
}
