import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct SafeguardingTests {
    /// A concern escalated by `mo`, who passed on who the young person is.
    private static func escalated(identity: Bool = true) async throws -> TestStore {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        try await store.desk.decide(
            store.decision(1, .escalate, urgency: .dangerNow, grounds: store.passedOn(50, identity: identity)))
        return store
    }

    private static func answer(
        _ store: TestStore, agrees: Bool = true, by: String = "nell"
    ) async throws(OpinionRefused) {
        try await store.desk.giveOpinion(
            on: ConcernID(of: 50), agrees: agrees, note: TestStore.note(2), by: by, on: store.today)
    }

    @Test func `where identity is passed on, the first cannot be the second`() async throws {
        let store = try await Self.escalated()
        #expect(try await store.desk.awaitingDecision().map(\.needsSecond) == [true])
        await #expect(throws: OpinionRefused.isTheFirst) { try await Self.answer(store, by: "mo") }
        #expect(try await store.desk.awaitingDecision().map(\.needsSecond) == [true])
    }

    @Test(arguments: [true, false])
    func `another moderator confirms or declines once, and that stays on record`(agrees: Bool) async throws {
        let store = try await Self.escalated()
        try await Self.answer(store, agrees: agrees)
        await #expect(throws: OpinionRefused.alreadyGiven) { try await Self.answer(store, by: "olu") }
        let record = try #require(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).first)
        #expect(record.opinion?.agrees == agrees && record.opinion?.by == "nell" && !record.needsSecond)
        #expect(record.note == TestStore.note() && record.opinion?.note == TestStore.note(2))
        #expect(try await store.desk.awaitingDecision().map(\.needsSecond) == [false])
        #expect(try await store.done(to: 1) == ["escalate", agrees ? "confirmed escalation" : "declined escalation"])
    }

    @Test func `until then it is neither accepted nor refused`() async throws {
        let store = try await Self.escalated()
        for decision in [ModerationDecision.accept, .refuse] {
            await #expect(throws: DecisionRefused.needsSecond) {
                try await store.desk.decide(store.decision(1, decision), after: 1)
            }
        }
        try await Self.answer(store)
        try await store.desk.decide(store.decision(1), after: 1)
        #expect(try await store.state(1) == .accepted)
    }

    @Test func `where nobody is identified, no second moderator is asked`() async throws {
        let store = try await Self.escalated(identity: false)
        #expect(try await store.desk.awaitingDecision().map(\.needsSecond) == [false])
        await #expect(throws: OpinionRefused.needsNone) { try await Self.answer(store) }
    }

    @Test func `a record that is not there has no second moderator`() async throws {
        let store = try TestStore()
        await #expect(throws: OpinionRefused.noSuchRecord) { try await Self.answer(store) }
    }

    @Test func `the record stays when the original is erased, and opens by a key of its own`() async throws {
        let store = try await Self.escalated()
        try store.force("DELETE FROM concernKey; UPDATE concern SET words = x''")
        let record = try #require(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).first)
        #expect(record.note == TestStore.note())
        try store.force("DELETE FROM safeguardingKey")
        #expect(try await store.desk.safeguardingRecords(of: ConcernID(of: 1)).first?.note == nil)
    }

    @Test func `whoever reads it is in the log`() async throws {
        let store = try await Self.escalated()
        try await store.desk.noteReadRecords(of: ConcernID(of: 1), by: "nell", on: store.today)
        #expect(try await store.done(to: 1).last == "read safeguarding record")
    }
}
