import Concerns
import Foundation
import TestSupport
import Testing

@testable import Store

struct ThreadsTests {
    @Test func `a thread is the first message, then what was added, oldest first`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        // The first comes first, even if a clock that was put right made an addition look older.
        let days = ["2026-10-30", "2027-02-03", "2027-01-05"]
        for (seed, day) in zip(UInt64(2)..., days) {
            _ = try await store.records.intake.add(store.addition(seed, to: 1, arrivedOn: day))
        }
        _ = try await store.records.intake.add(store.concern(9))
        let thread = try await store.thread(1)
        #expect(thread.concern == ConcernID(of: 1))
        #expect(thread.authority == store.sandwell && thread.teller == .inCare && thread.sharing == .words)
        #expect(thread.messages.map(\.arrivedIn.description) == ["2026-11", "2026-10", "2027-01", "2027-02"])
        #expect(!thread.isWithdrawn && thread.messages.allSatisfy { !$0.isKeptForSafety })
        #expect(try await store.thread(9).messages.count == 1)
    }

    @Test func `each message has its own state, and the month of its own decision`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        try await store.desk.decide(store.decision(2))
        let messages = try await store.thread(1).messages
        #expect(messages.map(\.state) == [.waiting, .accepted])
        #expect(messages.map(\.decidedIn) == [nil, store.today.month])
    }

    @Test func `an answer to any message stands under the receipt, and tells whether it asks`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        try await store.desk.decide(store.decision(2, .hold, reply: Data([1]), asks: true))
        try await store.desk.decide(store.decision(1, reply: Data([2])))
        try await store.desk.decide(store.decision(2, reply: Data([3])), after: 1)
        let replies = try await store.thread(1).replies
        #expect(replies.map(\.sealed) == [Data([1]), Data([2]), Data([3])])
        #expect(replies.map(\.asks) == [true, false, false])
    }

    @Test func `the desk sees a message's thread, and seals replies with the thread's key`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        let first = try #require(try await store.desk.concern(ConcernID(of: 1)))
        let addition = try #require(try await store.desk.concern(ConcernID(of: 2)))
        #expect(first.summary.thread == nil && first.threadID == ConcernID(of: 1))
        #expect(addition.summary.thread == ConcernID(of: 1) && addition.threadID == ConcernID(of: 1))
        #expect(addition.replyKey == Data([7]) && addition.replyKey == first.replyKey)
        let queue = try await store.desk.awaitingDecision()
        #expect(queue.map(\.thread) == [nil, ConcernID(of: 1)])
    }

    @Test func `nothing can be added to a thread that is not there`() async throws {
        let store = try TestStore()
        await #expect(throws: NotKept(problem: .refused)) {
            try await store.records.intake.add(store.addition(2, to: 1))
        }
        #expect(try store.count("SELECT count(*) FROM concern") == 0)
    }

    @Test func `what adds to a thread has no receipt of its own, and is no thread by itself`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        let (first, second) = (ConcernID(of: 1), ConcernID(of: 2))
        for thread in [first, second] {
            #expect(throws: (any Error).self) {
                try store.force("UPDATE concern SET thread = '\(thread)' WHERE id = '\(second)'")
            }
        }
        #expect(throws: (any Error).self) {
            try store.force("UPDATE concern SET thread = id, replyKey = NULL WHERE id = '\(second)'")
        }
    }

    @Test func `ten additions of one young person are one voice, whichever is accepted first`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        for seed in UInt64(2)...10 { _ = try await store.records.intake.add(store.addition(seed, to: 1)) }
        for seed in (UInt64(1)...10).reversed() { try await store.desk.decide(store.decision(seed)) }
        #expect(try store.count("SELECT count(DISTINCT voice) FROM moderated") == 1)
    }

    @Test func `what is added to a thread that a moderator knew again is the voice they knew`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        _ = try await store.records.intake.add(store.addition(3, to: 2))
        try await store.desk.decide(store.decision(1))
        try await store.desk.decide(store.decision(2, voice: 1))
        try await store.desk.decide(store.decision(3))
        #expect(try store.count("SELECT count(DISTINCT voice) FROM moderated") == 1)
    }

    @Test func `a moderator who hears somebody again in one message brings the whole thread along`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        for seed in UInt64(3)...4 { _ = try await store.records.intake.add(store.addition(seed, to: 2)) }
        for seed in UInt64(1)...3 { try await store.desk.decide(store.decision(seed)) }
        #expect(try store.count("SELECT count(DISTINCT voice) FROM moderated") == 2)
        try await store.desk.decide(store.decision(4, voice: 1))
        #expect(try store.count("SELECT count(DISTINCT voice) FROM moderated") == 1)
    }
}
