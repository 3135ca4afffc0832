import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct SketchesTests {
    private static let sketch = Data(repeating: 9, count: 64)

    private static func kept(_ store: TestStore) async throws -> [ConcernID] {
        let editions = try await store.desk.sketchEditions()
        return try await store.desk.sketches(beginning: Array(editions.keys)).map(\.concern)
    }

    @Test func `a sketch is kept with its concern, and found by the beginning of its number`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...40 { _ = try await store.records.intake.add(store.concern(seed, sketch: Self.sketch)) }
        _ = try await store.records.intake.add(store.addition(41, to: 1, sketch: Self.sketch))
        #expect(Set(try await Self.kept(store)) == Set((UInt64(1)...41).map { ConcernID(of: $0) }))
        let beginning = String(ConcernID(of: 41).description.prefix(2))
        let found = try #require(
            try await store.desk.sketches(beginning: [beginning]).first { $0.concern == ConcernID(of: 41) })
        #expect(found.closed == Self.sketch && found.thread == ConcernID(of: 1))
        #expect(found.week == (try Day("2026-11-22").week))
    }

    @Test func `it goes with the concern's key when the words are taken back, and the edition tells`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed, sketch: Self.sketch)) }
        _ = try await store.records.intake.add(store.addition(3, to: 1, sketch: Self.sketch))
        let before = try await store.desk.sketchEditions()
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await Self.kept(store) == [ConcernID(of: 2)])
        let after = try await store.desk.sketchEditions()
        for seed in [UInt64(1), 3] {
            let beginning = String(ConcernID(of: seed).description.prefix(2))
            #expect(try #require(after[beginning]) > #require(before[beginning]))
        }
    }

    @Test func `whatever erases a key erases the sketch`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, sketch: Self.sketch))
        try store.force("DELETE FROM concernKey")
        #expect(try store.count("SELECT count(*) FROM sketch") == 0)
    }

    @Test func `a concern that is not kept leaves no sketch`() async throws {
        let store = try TestStore()
        let mark = Data(repeating: 1, count: 32)
        _ = try await store.records.intake.add(store.concern(1, mark: mark, sketch: Self.sketch))
        #expect(try await store.records.intake.add(store.concern(2, mark: mark, sketch: Self.sketch)) == .alreadyThere)
        #expect(try await Self.kept(store) == [ConcernID(of: 1)])
    }

    @Test func `what is compared has its words only while its key is there`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...3 { _ = try await store.records.intake.add(store.concern(seed, sketch: Self.sketch)) }
        try await store.desk.decide(store.decision(1))
        try await store.threads.withdraw(ConcernID(of: 2), on: store.today)
        let compared = try await store.desk.compared((UInt64(1)...3).map { ConcernID(of: $0) })
        #expect(Set(compared.map(\.id)) == [ConcernID(of: 1), ConcernID(of: 3)])
        let accepted = try #require(compared.first { $0.id == ConcernID(of: 1) })
        #expect(accepted.voice == Voice(of: ConcernID(of: 1)) && accepted.text != nil && accepted.state == .accepted)
        let waiting = try #require(compared.first { $0.id == ConcernID(of: 3) })
        #expect(waiting.voice == nil && waiting.text == nil && waiting.state == .waiting)
    }

    @Test func `that the machine compared is one line a day`() async throws {
        let store = try TestStore()
        let id = ConcernID(of: 1)
        for _ in 0..<3 { try await store.desk.noteCompared(id, by: "mo", on: store.today) }
        #expect(try await store.log.lines(about: id.description).map(\.did) == ["compared"])
    }
}
