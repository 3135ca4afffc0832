import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct SplittingTests {
    private static func split(urgency: Urgency = .concern) async throws -> (store: TestStore, undoable: Undoable) {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: urgency))
        let undoable = try await store.desk.split(
            ConcernID(of: 1), into: store.part(2, of: 1), marks: TestStore.note(), by: "mo", on: store.today, after: 0)
        return (store, undoable)
    }

    @Test func `both wait, and the first is marked`() async throws {
        let (store, _) = try await Self.split()
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 2), ConcernID(of: 1)])
        #expect(try await store.desk.concern(ConcernID(of: 1))?.notes.map(\.kind) == [.split])
        #expect(try await store.desk.concern(ConcernID(of: 2))?.partOf == ConcernID(of: 1))
        #expect(try await store.done(to: 1) == ["split off \(ConcernID(of: 2))"])
    }

    @Test func `a form from before it, which knows nothing of it, changes nothing`() async throws {
        let (store, _) = try await Self.split()
        await #expect(throws: DecisionRefused.changedMeanwhile) { try await store.desk.decide(store.decision(1)) }
        try await store.desk.decide(store.decision(1), after: 1)
    }

    @Test func `the young person sees one message, one voice is counted`() async throws {
        let (store, _) = try await Self.split()
        try await store.desk.decide(store.decision(2))
        try await store.desk.decide(store.decision(1), after: 1)
        #expect(try await store.thread(1).messages.map(\.state) == [.accepted])
        #expect(try await store.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `a question that was asked is not answered by it`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .hold, reply: Data([9]), asks: true))
        try await store.desk.split(
            ConcernID(of: 1), into: store.part(2, of: 1), marks: TestStore.note(), by: "mo", on: store.today, after: 1)
        #expect(try await store.thread(1).replies.map(\.asks) == [true])
    }

    @Test func `taking back takes both, but what may be danger stays, and the page says so`() async throws {
        let (store, _) = try await Self.split()
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key == nil)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 2)])
        #expect(try await store.thread(1).messages.map(\.isKeptForSafety) == [true])
        #expect(try store.count("SELECT count(*) FROM deskNote") == 0)
    }

    @Test func `only danger is split off, and no part of a part`() async throws {
        let (store, _) = try await Self.split()
        for (whole, seen, urgency) in [(UInt64(1), 1, Urgency.concern), (2, 0, .dangerNow)] {
            await #expect(throws: DecisionRefused.store(.refused)) {
                try await store.desk.split(
                    ConcernID(of: whole), into: store.part(3, of: 1, urgency: urgency), marks: TestStore.note(),
                    by: "mo", on: store.today, after: seen)
            }
        }
    }

    @Test func `undone, the part is gone and the first is whole`() async throws {
        let (store, undoable) = try await Self.split()
        try await store.desk.undo(undoable, by: "mo", on: store.today)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 1)])
        #expect(try await store.desk.concern(ConcernID(of: 1))?.notes.isEmpty == true)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(undoable, by: "mo", on: store.today)
        }
    }

    @Test func `once more was split off, the first stays where it is`() async throws {
        let (store, first) = try await Self.split()
        let second = try await store.desk.split(
            ConcernID(of: 1), into: store.part(3, of: 1), marks: TestStore.note(5), by: "nell", on: store.today,
            after: 1)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(first, by: "mo", on: store.today)
        }
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 2), ConcernID(of: 3)])
        try await store.desk.undo(second, by: "nell", on: store.today)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.notes.map(\.note) == [TestStore.note()])
        try await store.desk.undo(first, by: "mo", on: store.today)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.notes.isEmpty == true)
    }

    @Test func `a part of what was taken back is taken back, too, and never accepted`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        try await store.desk.split(
            ConcernID(of: 1), into: store.part(2, of: 1), marks: TestStore.note(), by: "mo", on: store.today, after: 0)
        #expect(try await store.desk.concern(ConcernID(of: 2))?.summary.isWithdrawn == true)
        await #expect(throws: DecisionRefused.wasWithdrawn) { try await store.desk.decide(store.decision(2)) }
    }

    @Test func `it stays once someone has decided about either`() async throws {
        let (store, undoable) = try await Self.split()
        try await store.desk.decide(store.decision(2, .escalate, urgency: .dangerNow))
        await #expect(throws: UndoRefused.partIsDecided) {
            try await store.desk.undo(undoable, by: "mo", on: store.today)
        }
        let (other, second) = try await Self.split()
        try await other.desk.decide(other.decision(1), after: 1)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await other.desk.undo(second, by: "mo", on: other.today)
        }
    }
}
