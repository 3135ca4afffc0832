import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct WaitingDangerTests {
    @Test func `danger waits until somebody decides about it or hands it on`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...4 {
            _ = try await store.records.intake.add(store.concern(seed, urgency: .dangerNow))
        }
        for (seed, urgency) in zip(UInt64(5)..., [Urgency.safeguarding, .concern, .praise, .spam]) {
            _ = try await store.records.intake.add(store.concern(seed, urgency: urgency))
        }
        #expect(try await store.desk.waitingDanger() == Set((UInt64(1)...4).map(ConcernID.init(of:))))
        try await store.desk.decide(store.decision(1, .accept, urgency: .dangerNow))
        try await store.desk.decide(store.decision(2, .escalate, urgency: .dangerNow))
        try await store.desk.decide(store.decision(3, .hold, urgency: .dangerNow))
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 3), ConcernID(of: 4)])
    }

    @Test func `danger that a second moderator has not confirmed, or declined, still waits`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        func escalate(_ record: UInt64, after seen: Int) async throws {
            try await store.desk.decide(
                store.decision(1, .escalate, urgency: .dangerNow, grounds: store.passedOn(record)), after: seen)
        }
        func answer(_ record: UInt64, agrees: Bool) async throws {
            try await store.desk.giveOpinion(
                on: ConcernID(of: record), agrees: agrees, note: TestStore.note(2), by: "nell", on: store.today)
        }
        try await escalate(50, after: 0)
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 1)])
        try await answer(50, agrees: false)
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 1)])
        #expect(try await store.desk.awaitingDecision().map(\.isDeclined) == [true])
        try await escalate(51, after: 1)
        #expect(try await store.desk.awaitingDecision().map(\.isDeclined) == [false])
        try await answer(51, agrees: true)
        #expect(try await store.desk.waitingDanger().isEmpty)
    }

    @Test func `danger that was taken back before anyone looked still waits`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await store.desk.waitingDanger() == [ConcernID(of: 1)])
    }
}
