import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct UndoingTests {
    @Test func `an undone acceptance leaves nothing that inspectors reach, counts or the index know`() async throws {
        let file = TestStore.file()
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add(store.concern(1, urgency: .safeguarding))
        let accepted = try await store.desk.decide(store.decision(1, text: "quillwort", reply: Data([9])))
        let version = try await store.records.reading.voicesVersion()
        try await store.desk.undo(accepted, by: "mo", on: store.today)
        let reading = store.records.reading
        #expect(try await reading.count(ConcernQuery(words: "quillwort")) == 0)
        #expect(try await reading.voices().isEmpty)
        #expect(try await reading.voicesVersion() != version)
        #expect(try store.count("SELECT count(*) FROM moderatedArea") == 0)
        try store.force("INSERT INTO moderatedText (moderatedText, rank) VALUES ('integrity-check', 1)")
        for ending in ["", "-wal"] {
            #expect(try Data(contentsOf: URL(filePath: file.path + ending)).range(of: Data("quillwort".utf8)) == nil)
        }
        #expect(try await store.thread(1).replies.isEmpty)
        let concern = try #require(try await store.desk.concern(ConcernID(of: 1)))
        #expect(concern.summary.state == .waiting && concern.summary.urgency == .safeguarding)
        #expect(concern.decisions.map(\.isUndone) == [true] && concern.notes.isEmpty)
        #expect(
            try await store.done(to: 1) == ["said that nobody is in danger", "accept", "undid accept"])
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `what was decided before counts again`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .hold, urgency: .praise, grounds: store.held()))
        let refused = try await store.desk.decide(store.decision(1, .refuse), after: 1)
        try await store.desk.undo(refused, by: "mo", on: store.today + 1)
        let summary = try #require(try await store.desk.awaitingDecision().first)
        #expect(summary.state == .held && summary.heldUntil == store.today + 7 && summary.urgency == .praise)
    }

    @Test func `the mark that it helped goes with an undone acceptance`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let accepted = try await store.desk.decide(store.decision(1))
        try store.force("UPDATE concern SET helpedOn = '2026-11-24'")
        try await store.desk.undo(accepted, by: "mo", on: store.today)
        #expect(try store.count("SELECT count(*) FROM concern WHERE helpedOn IS NOT NULL") == 0)
    }

    @Test func `another moderator's decision, or one that another followed, is not undone`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let held = try await store.desk.decide(store.decision(1, .hold))
        await #expect(throws: UndoRefused.isNotYours) {
            try await store.desk.undo(held, by: "nell", on: store.today)
        }
        try await store.desk.decide(store.decision(1), after: 1)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(held, by: "mo", on: store.today)
        }
        #expect(try await store.state(1) == .accepted)
    }

    @Test func `nothing is undone twice, and a form from in between is refused`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let held = try await store.desk.decide(store.decision(1, .hold))
        try await store.desk.undo(held, by: "mo", on: store.today)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(held, by: "mo", on: store.today)
        }
        for seen in [0, 1] {
            await #expect(throws: DecisionRefused.changedMeanwhile) {
                try await store.desk.decide(store.decision(1), after: seen)
            }
        }
        try await store.desk.decide(store.decision(1), after: 2)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.decisions.map(\.isUndone) == [true, false])
    }

    @Test func `an escalation that was confirmed stays`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let escalated = try await store.desk.decide(
            store.decision(1, .escalate, urgency: .dangerNow, grounds: store.passedOn(50)))
        try await store.desk.giveOpinion(
            on: ConcernID(of: 50), agrees: true, note: TestStore.note(), by: "nell", on: store.today)
        await #expect(throws: UndoRefused.hasOpinion) {
            try await store.desk.undo(escalated, by: "mo", on: store.today)
        }
    }

    @Test func `an undone escalation keeps its record, and asks nobody any more`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let escalated = try await store.desk.decide(
            store.decision(1, .escalate, urgency: .dangerNow, grounds: store.passedOn(50)))
        try await store.desk.undo(escalated, by: "mo", on: store.today)
        #expect(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).map(\.isUndone) == [true])
        #expect(try await store.desk.awaitingDecision().map(\.needsSecond) == [false])
        #expect(try await store.desk.awaitingDecision().map(\.urgency) == [.concern])
    }

    @Test func `what was taken back meanwhile stays erased`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let accepted = try await store.desk.decide(store.decision(1))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        await #expect(throws: UndoRefused.isErased) {
            try await store.desk.undo(accepted, by: "mo", on: store.today)
        }
    }

    @Test func `an acceptance whose text another changed since stays`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let accepted = try await store.desk.decide(store.decision(1, text: "the hostel is damp"))
        try await store.desk.change(store.change(1, to: "the [home] is damp", by: "nell"), after: 1)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(accepted, by: "mo", on: store.today)
        }
    }

    @Test func `an answer to which the young person wrote again is not taken back`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let answered = try await store.desk.decide(store.decision(1, reply: Data([9]), asks: true))
        _ = try await store.records.intake.add(store.addition(2, to: 1, urgency: .concern))
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(answered, by: "mo", on: store.today)
        }
        #expect(try await store.thread(1).replies.count == 1)
    }

    @Test func `taken back while it was escalated, an ordinary concern is erased with the undoing`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let escalated = try await store.desk.decide(store.decision(1, .escalate))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key != nil)
        try await store.desk.undo(escalated, by: "mo", on: store.today)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key == nil)
        #expect(try await store.desk.awaitingDecision().isEmpty)
    }

    @Test func `a merge that another took apart and made elsewhere stays`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...3 { _ = try await store.records.intake.add(store.concern(seed)) }
        let merged = try await store.desk.merge(ConcernID(of: 1), into: ConcernID(of: 2), by: "mo", on: store.today)
        try await store.desk.takeApart(ConcernID(of: 1), by: "nell", on: store.today)
        try await store.desk.merge(ConcernID(of: 1), into: ConcernID(of: 3), by: "nell", on: store.today)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(merged, by: "mo", on: store.today)
        }
        #expect(try await store.desk.concern(ConcernID(of: 1))?.mergedWith == [ConcernID(of: 3)])
    }

    @Test func `what was taken apart is one again, unless another merged it elsewhere since`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...3 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        try await store.desk.merge(ConcernID(of: 1), into: ConcernID(of: 2), by: "mo", on: store.today)
        let apart = try await store.desk.takeApart(ConcernID(of: 1), by: "mo", on: store.today)
        #expect(try await store.records.reading.voices().map(\.voices) == [3])
        try await store.desk.undo(apart, by: "mo", on: store.today)
        #expect(try await store.records.reading.voices().map(\.voices) == [2])
        let again = try await store.desk.takeApart(ConcernID(of: 1), by: "mo", on: store.today)
        try await store.desk.merge(ConcernID(of: 1), into: ConcernID(of: 3), by: "nell", on: store.today)
        await #expect(throws: UndoRefused.isNotTheLast) {
            try await store.desk.undo(again, by: "mo", on: store.today)
        }
        #expect(try await store.desk.concern(ConcernID(of: 1))?.mergedWith == [ConcernID(of: 3)])
    }

    @Test func `the thread has the voice again that it had`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        _ = try await store.records.intake.add(store.addition(3, to: 1))
        let accepted = try await store.desk.decide(store.decision(3, voice: 2))
        #expect(try await store.records.reading.voices().map(\.voices) == [1])
        try await store.desk.undo(accepted, by: "mo", on: store.today)
        #expect(try await store.records.reading.voices().map(\.voices) == [2])
    }

    @Test func `only the answer that went with it is taken back`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        let first = try await store.desk.decide(store.decision(1, reply: Data([1])))
        try await store.desk.decide(store.decision(2, reply: Data([2])))
        try await store.desk.undo(first, by: "mo", on: store.today)
        #expect(try await store.thread(1).replies.map(\.sealed) == [Data([2])])
        try await store.desk.decide(store.decision(1, reply: Data([3])), after: 2)
        #expect(try await store.thread(1).replies.map(\.sealed) == [Data([2]), Data([3])])
    }
}
