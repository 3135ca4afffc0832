import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct HoldingTests {
    @Test func `what is held says why and until when, in the queue and on record`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .hold, grounds: store.held(note: TestStore.note())))
        #expect(try await store.desk.awaitingDecision().map(\.heldUntil) == [store.today + 7])
        let concern = try #require(try await store.desk.concern(ConcernID(of: 1)))
        let reason = try DeskCode("asked-young-person")
        #expect(concern.decisions.map(\.reason) == [reason])
        #expect(concern.decisions.map(\.until) == [store.today + 7])
        #expect(concern.notes.map(\.kind) == [.hold])
    }

    @Test func `a later decision ends the hold`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .hold, grounds: store.held()))
        try await store.desk.decide(
            store.decision(1, .escalate, grounds: store.passedOn(50, identity: false)), after: 1)
        #expect(try await store.desk.awaitingDecision().map(\.heldUntil) == [nil])
    }

    @Test func `a note goes with the words that it is about`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .hold, grounds: store.held(note: TestStore.note())))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try store.count("SELECT count(*) FROM deskNote") == 0)
    }

    @Test(arguments: [Urgency.dangerNow, .safeguarding])
    func `what sounds like danger is refused only where a moderator says that nobody is in it`(
        urgency: Urgency
    ) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: urgency))
        // Calling it spam in the same form does not help.
        await #expect(throws: DecisionRefused.mayBeDanger) {
            try await store.desk.decide(store.decision(1, .refuse, urgency: .spam, nobodyIsInDanger: false))
        }
        let spam = try DeskCode("spam")
        try await store.desk.decide(store.decision(1, .refuse, urgency: .spam, grounds: .refused(spam)))
        #expect(try await store.done(to: 1) == ["said that nobody is in danger", "refuse"])
        #expect(try await store.desk.concern(ConcernID(of: 1))?.decisions.map(\.reason) == [spam])
        #expect(try await store.records.reading.voices().isEmpty)
    }

    @Test func `grounds of another decision are refused, and nothing is changed`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        await #expect(throws: DecisionRefused.store(.refused)) {
            try await store.desk.decide(store.decision(1, .refuse, grounds: store.held()))
        }
        #expect(try await store.state(1) == .waiting)
    }
}
