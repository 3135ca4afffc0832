import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct ImportingTests {
    @Test func `a batch is kept in its order, concerns at the desk and the rest in quarantine`() async throws {
        let store = try TestStore()
        let kept = try await store.records.intake.add([
            .concern(store.concern(1, mark: store.importMark(1))), .quarantined(store.quarantined(2)),
            .concern(store.concern(3, mark: store.importMark(3))),
        ])
        #expect(kept == [.kept, .kept, .kept])
        #expect(try await Set(store.desk.awaitingDecision().map(\.id)) == [ConcernID(of: 1), ConcernID(of: 3)])
        #expect(try await store.desk.quarantined().map(\.id) == [ConcernID(of: 2)])
    }

    @Test func `what was there before is kept once, in the same batch or a later one, and the others stand`()
        async throws
    {
        let store = try TestStore()
        let intake = store.records.intake
        let batch: [Arriving] = [
            .concern(try store.concern(1, mark: store.importMark(1))),
            .concern(try store.concern(2, mark: store.importMark(1))), .quarantined(try store.quarantined(3)),
            .quarantined(try store.quarantined(4, mark: store.importMark(3))),
        ]
        #expect(try await intake.add(batch) == [.kept, .alreadyThere, .kept, .alreadyThere])
        let more: [Arriving] = batch + [.concern(try store.concern(5, mark: store.importMark(5)))]
        #expect(try await intake.add(more).last == .kept)
        #expect(try store.count("SELECT count(*) FROM concern") == 2)
        #expect(try store.count("SELECT count(*) FROM quarantine") == 1)
        #expect(try store.count("SELECT count(*) FROM concernKey") == 2)
        #expect(try store.count("SELECT count(*) FROM quarantineKey") == 1)
    }

    @Test func `mail that is quarantined first is known when a concern could be made of it, and the other way round`()
        async throws
    {
        let store = try TestStore()
        let intake = store.records.intake
        _ = try await intake.add([.quarantined(store.quarantined(1))])
        #expect(try await intake.add([.concern(store.concern(2, mark: store.importMark(1)))]) == [.alreadyThere])
        _ = try await intake.add([.concern(store.concern(3, mark: store.importMark(3)))])
        #expect(
            try await intake.add([.quarantined(store.quarantined(4, mark: store.importMark(3)))]) == [.alreadyThere])
    }

    @Test func `on a full disk the whole batch is undone, and once there is room all of it is kept`() async throws {
        let store = try TestStore()
        let pages = try await store.pageCount()
        try store.force("PRAGMA max_page_count = \(pages + 40)")
        let batch: [Arriving] = try (UInt64(1)...20).map { seed in
            .concern(
                try store.concern(seed, mark: store.importMark(seed)).with(words: Data(repeating: 1, count: 10_000)))
        }
        await #expect(throws: NotKept(problem: .cannotWrite)) { try await store.records.intake.add(batch) }
        #expect(try store.count("SELECT count(*) FROM concern") == 0)
        #expect(try store.count("SELECT count(*) FROM importMark") == 0)
        try store.force("PRAGMA max_page_count = 1000000")
        #expect(try await store.records.intake.add(batch) == Array(repeating: .kept, count: 20))
    }

    @Test func `a batch in which something breaks a rule is undone whole, and the others can be kept one by one`()
        async throws
    {
        let store = try TestStore()
        let intake = store.records.intake
        _ = try await intake.add(store.concern(1))
        let good = Arriving.concern(try store.concern(2, mark: store.importMark(2)))
        let clash = Arriving.concern(try store.concern(1, mark: store.importMark(3)))
        await #expect(throws: NotKept(problem: .refused)) { try await intake.add([good, clash]) }
        #expect(try store.count("SELECT count(*) FROM concern") == 1)
        #expect(try store.count("SELECT count(*) FROM importMark") == 0)
        #expect(try await intake.add([good]) == [.kept])
        await #expect(throws: NotKept(problem: .refused)) { try await intake.add([clash]) }
        #expect(try await intake.known(marks: [store.importMark(2), store.importMark(3)]) == [true, false])
    }

    @Test func `what was not yet committed when the process died is gone, and importing again ends the same`()
        async throws
    {
        let file = TestStore.file()
        let batches: [[Arriving]] = try await {
            let store = try TestStore(file: file)
            let batches = try (UInt64(0)..<4).map { batch in
                try (UInt64(1)...8).map { seed in
                    Arriving.concern(try store.concern(batch * 8 + seed, mark: store.importMark(batch * 8 + seed)))
                }
            }
            for batch in batches[..<2] { _ = try await store.records.intake.add(batch) }
            return batches
        }()
        // As after a kill: the file and its log as they lie, copied while a third batch is being written.
        let copy = TestStore.file()
        let store = try TestStore(file: file)
        try await store.records.database.writeWithoutTransaction { db in
            try db.inTransaction {
                for case .concern(let concern) in batches[2] { _ = try ConcernRecord.insert(concern, into: db) }
                for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: file.path + ending) {
                    try FileManager.default.copyItem(atPath: file.path + ending, toPath: copy.path + ending)
                }
                return .rollback
            }
        }
        let again = try TestStore(file: copy)
        #expect(try again.count("SELECT count(*) FROM concern") == 16)
        let kept = try await again.records.intake.add(batches.flatMap { $0 })
        #expect(kept.count { $0 == .alreadyThere } == 16)
        #expect(try again.count("SELECT count(*) FROM concern") == 32)
    }

    @Test func `whether it was imported before is told in the order of the question`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add([
            .concern(store.concern(1, mark: store.importMark(1))), .quarantined(store.quarantined(2)),
        ])
        let marks = [3, 2, 1, 2].map { store.importMark($0) }
        #expect(try await store.records.intake.known(marks: marks) == [false, true, true, true])
        #expect(try await store.records.intake.known(marks: []) == [])
    }

    @Test func `whether a form was sent is known while its mark is kept`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        let mark = store.importMark(9)
        let sending = Sending(mark: mark, content: store.importMark(8), epoch: 20_000)
        #expect(try await intake.isSent(mark: mark) == false)
        _ = try await intake.add([.concern(store.concern(1, sending: sending))])
        #expect(try await intake.isSent(mark: mark))
        try await intake.forgetSendings(before: 20_001)
        #expect(try await intake.isSent(mark: mark) == false)
    }

    @Test func `reports of one day, way and person are added up, newest day first`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        func report(_ days: Int, _ way: ImportReport.Way, _ who: String, _ counts: [String: Int]) -> ImportReport {
            ImportReport(
                day: store.today + days, way: way, who: who,
                counts: counts.map { .init(outcome: $0.key, reason: "It was read.", count: $0.value) })
        }
        try await intake.note(report(-1, .watch, "command line", ["imported": 3, "rejected": 1]))
        try await intake.note(report(0, .upload, "ada", ["imported": 1]))
        try await intake.note(report(-1, .watch, "command line", ["imported": 4, "quarantined": 0]))
        try await intake.note(report(-40, .command, "command line", ["imported": 9]))
        let found = try await store.desk.imports(since: store.today + -30)
        #expect(found.map(\.day) == [store.today, store.today + -1])
        #expect(found.map(\.way) == [.upload, .watch] && found.map(\.who) == ["ada", "command line"])
        #expect(found[1].counts.map(\.outcome) == ["imported", "rejected"])
        #expect(found[1].counts.map(\.count) == [7, 1])
    }
}

extension TestStore {
    func importMark(_ seed: UInt64) -> Data { Data(mark(seed)) }

    func quarantined(
        _ seed: UInt64, urgency: Urgency? = nil, arrivedOn: String = "2026-11-20", mark: Data? = nil,
        source: Data = Data("sealed".utf8)
    ) throws -> NewQuarantined {
        NewQuarantined(
            id: ConcernID(of: seed), arrivedOn: try Day(arrivedOn), channel: .email, authority: nil, urgency: urgency,
            reason: "Its text cannot be read.", source: source, key: Data("key".utf8), mark: mark ?? importMark(seed))
    }
}
