import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct KeptForSafetyTests {
    @Test(
        arguments: [
            (Urgency.dangerNow, nil, true), (.safeguarding, nil, true), (.concern, nil, false), (.praise, nil, false),
            (.spam, nil, false),
            (.dangerNow, .hold, true), (.safeguarding, .hold, true), (.concern, .hold, false),
            (.concern, .escalate, true), (.dangerNow, .escalate, true),
            (.dangerNow, .accept, false), (.dangerNow, .refuse, false),
        ] as [(Urgency, ModerationDecision?, Bool)])
    func `only what was escalated, or sounds like danger and is undecided, stays when it is taken back`(
        urgency: Urgency, decision: ModerationDecision?, stays: Bool
    ) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: urgency))
        if let decision { try await store.desk.decide(store.decision(1, decision, urgency: urgency)) }
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        let thread = try await store.thread(1)
        #expect(thread.isWithdrawn)
        #expect(thread.messages.map(\.isKeptForSafety) == [stays])
        let concern = try #require(try await store.desk.concern(ConcernID(of: 1)))
        #expect((concern.key != nil) == stays && concern.words.isEmpty != stays)
        #expect(try await store.desk.awaitingDecision().map(\.isWithdrawn) == (stays ? [true] : []))
        #expect(try await store.desk.countsAwaitingDecision() == (stays ? [urgency: 1] : [:]))
    }

    @Test func `the danger in a thread stays with its replies, the rest of the thread goes`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1, urgency: .dangerNow))
        try await store.desk.decide(store.decision(1, reply: Data([9])))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        let thread = try await store.thread(1)
        #expect(thread.messages.map(\.isKeptForSafety) == [false, true])
        #expect(thread.replies.count == 1)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 2)])
        #expect(try await store.records.reading.concerns(ConcernQuery()).isEmpty)
    }

    @Test func `what is kept can be escalated and held, but is never accepted`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        await #expect(throws: DecisionRefused.wasWithdrawn) { try await store.desk.decide(store.decision(1)) }
        try await store.desk.decide(store.decision(1, .escalate, urgency: .dangerNow))
        try await store.desk.decide(store.decision(1, .hold, urgency: .concern), after: 1)
        await #expect(throws: DecisionRefused.wasWithdrawn) {
            try await store.desk.decide(store.decision(1), after: 2)
        }
        // A moderator who holds it still wants to see it, however urgent they find it.
        #expect(try await store.desk.awaitingDecision().map(\.state) == [.held])
        #expect(try await store.records.reading.voices().isEmpty)
    }

    @Test func `what was kept is erased once a person has refused it`() async throws {
        let file = TestStore.file()
        let store = try TestStore(file: file)
        let words = Data(store.mark(1))
        _ = try await store.records.intake.add(store.concern(1, urgency: .safeguarding).with(words: words))
        try await store.desk.decide(store.decision(1, .hold, urgency: .safeguarding, reply: Data([1])))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await store.thread(1).replies.count == 1)
        try await store.desk.decide(store.decision(1, .refuse, reply: Data([2])), after: 1)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key == nil)
        #expect(try await store.thread(1).messages.map(\.isKeptForSafety) == [false])
        #expect(try await store.thread(1).replies.map(\.sealed) == [Data([2])])
        for ending in ["", "-wal"] {
            #expect(try Data(contentsOf: URL(filePath: file.path + ending)).range(of: words) == nil)
        }
    }

    @Test(arguments: ModerationDecision.allCases)
    func `about erased words nothing can be decided`(decision: ModerationDecision) async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        await #expect(throws: DecisionRefused.wasWithdrawn) {
            try await store.desk.decide(store.decision(1, decision))
        }
        #expect(try await store.desk.concern(ConcernID(of: 1))?.decisions.isEmpty == true)
        #expect(try await store.records.reading.voices().isEmpty)
    }
}
