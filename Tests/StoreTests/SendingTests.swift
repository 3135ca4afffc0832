import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct SendingTests {
    private static func sending(words: UInt8 = 1, form: UInt8 = 1, epoch: Int = 20_000) -> Sending {
        Sending(
            mark: Data(repeating: form, count: 32), content: Data(repeating: words, count: 32), epoch: epoch)
    }

    @Test func `the same form with the same words is kept once, and the receipt given first stays good`() async throws {
        let store = try TestStore()
        #expect(try await store.records.intake.add(store.concern(1, sending: Self.sending())) == .kept)
        #expect(try await store.records.intake.add(store.concern(2, sending: Self.sending())) == .alreadyThere)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 1)])
        #expect(try await store.thread(1).concern == ConcernID(of: 1))
        #expect(try await store.threads.thread(lookup: store.lookup(2)) == nil)
    }

    @Test func `the same form with other words is neither kept nor taken for what was kept`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, sending: Self.sending(words: 1)))
        #expect(try await store.records.intake.add(store.concern(2, sending: Self.sending(words: 2))) == .otherWords)
        #expect(try store.count("SELECT count(*) FROM concern") == 1)
        // The first words are still the ones that count.
        #expect(try await store.records.intake.add(store.concern(3, sending: Self.sending(words: 1))) == .alreadyThere)
    }

    @Test func `the same words in another form are another message`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, sending: Self.sending(form: 1)))
        #expect(try await store.records.intake.add(store.concern(2, sending: Self.sending(form: 2))) == .kept)
    }

    @Test func `of fifty sendings by one impatient thumb, also within one commit, one is kept`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        let answers = try await withThrowingTaskGroup(of: Kept.self) { group in
            for seed in UInt64(1)...50 {
                let concern = try store.concern(seed, sending: Self.sending())
                group.addTask { try await intake.add(concern) }
            }
            return try await group.reduce(into: [:]) { counts, kept in counts[kept, default: 0] += 1 }
        }
        #expect(answers == [.kept: 1, .alreadyThere: 49])
        #expect(try store.count("SELECT count(*) FROM concern") == 1)
    }

    @Test func `a form whose words could not be kept can be sent again`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let clash = try store.addition(1, to: 1, sending: Self.sending())
        await #expect(throws: NotKept(problem: .refused)) { try await store.records.intake.add(clash) }
        #expect(try await store.records.intake.add(store.concern(2, sending: Self.sending())) == .kept)
    }

    @Test func `taking a thread back deletes by what its forms and additions were known, and no other's`() async throws
    {
        let store = try TestStore()
        let intake = store.records.intake
        _ = try await intake.add(store.concern(1, sending: Self.sending(form: 1)))
        _ = try await intake.add(store.addition(2, to: 1, urgency: .dangerNow, sending: Self.sending(form: 2)))
        _ = try await intake.add(store.concern(3, sending: Self.sending(form: 3)))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        let left = "SELECT count(*) FROM sending"
        #expect(try store.count(left) == 1)
        #expect(try store.count("\(left) WHERE concern = '\(ConcernID(of: 3))'") == 1)
        // Its receipt still finds the thread, so the form cannot bring the same once more, and is not said to be there.
        let again = try store.concern(1, sending: Self.sending(form: 1))
        #expect(try await intake.add(again) == .otherWords)
        #expect(try store.count(left) == 1)
    }

    @Test func `what is known of sendings is forgotten by its period, the concerns stay`() async throws {
        let store = try TestStore()
        let intake = store.records.intake
        for (seed, epoch) in [20_000, 20_001, 20_002].enumerated() {
            let sending = Self.sending(form: UInt8(seed), epoch: epoch)
            _ = try await intake.add(store.concern(UInt64(seed + 1), sending: sending))
        }
        try await intake.forgetSendings(before: 20_001)
        #expect(try store.count("SELECT count(*) FROM sending WHERE epoch < 20001") == 0)
        #expect(try store.count("SELECT count(*) FROM sending") == 2)
        #expect(try await store.desk.awaitingDecision().count == 3)
    }
}
