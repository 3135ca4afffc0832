import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct DeskTests {
    @Test func `danger comes first, then the longest waiting`() async throws {
        let store = try TestStore()
        let arrivals: [(Urgency, String)] = [
            (.spam, "2026-01-01"), (.concern, "2026-11-01"), (.dangerNow, "2026-11-24"), (.safeguarding, "2026-10-01"),
            (.concern, "2026-09-01"), (.praise, "2026-01-01"),
        ]
        for (seed, (urgency, day)) in arrivals.enumerated() {
            _ = try await store.records.intake.add(
                store.concern(UInt64(seed + 1), urgency: urgency, arrivedOn: day))
        }
        let queue = try await store.desk.awaitingDecision()
        #expect(queue.map(\.urgency) == [.dangerNow, .safeguarding, .concern, .concern, .praise, .spam])
        #expect(queue[2].arrivedOn < queue[3].arrivedOn)
    }

    @Test func `an accepted concern leaves the queue, is found by inspectors and is written in the log`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, reply: Data([9])))
        #expect(try await store.desk.awaitingDecision().isEmpty)
        let found = try await store.records.reading.concerns(ConcernQuery(words: "worker"))
        #expect(found.map(\.text.description) == ["my social worker never rings back"])
        #expect(found[0].week == (try Day("2026-11-20")).week)
        let thread = try #require(try await store.threads.thread(lookup: store.lookup(1)))
        #expect(thread.messages.map(\.state) == [.accepted] && thread.replies.map(\.sealed) == [Data([9])])
        #expect(thread.replies[0].writtenIn == "2026-11")
        #expect(try await store.log.lines(about: ConcernID(of: 1).description).map(\.did) == ["accept"])
    }

    @Test func `a concern that may only be counted is counted and cannot be read`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, sharing: .counted))
        try await store.desk.decide(store.decision(1, text: nil))
        #expect(try await store.records.reading.concerns(ConcernQuery()).isEmpty)
        #expect(try await store.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `the second of two moderators is told that it was decided`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        await #expect(throws: DecisionRefused.alreadyDecided(.accepted)) {
            try await store.desk.decide(store.decision(1, .refuse))
        }
        #expect(try await store.desk.concern(ConcernID(of: 1))?.decisions.count == 1)
    }

    @Test func `held and escalated concerns stay at the desk and can be decided later`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1, urgency: .dangerNow))
        try await store.desk.decide(store.decision(1, .escalate, urgency: .dangerNow))
        #expect(try await store.desk.awaitingDecision().map(\.state) == [.escalated])
        try await store.desk.decide(store.decision(1, .hold), after: 1)
        try await store.desk.decide(store.decision(1), after: 2)
        #expect(
            try await store.desk.concern(ConcernID(of: 1))?.decisions.map(\.decision) == [.escalate, .hold, .accept])
    }

    @Test func `an older form undoes no escalation that it did not know of`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, .escalate, urgency: .dangerNow), after: 0)
        await #expect(throws: DecisionRefused.changedMeanwhile) {
            try await store.desk.decide(store.decision(1, .hold, urgency: .praise), after: 0)
        }
        #expect(try await store.desk.awaitingDecision().map(\.urgency) == [.dangerNow])
        #expect(try await store.log.lines(about: ConcernID(of: 1).description).map(\.did) == ["escalate"])
    }

    @Test func `each page of the queue goes on where the one before ended, and the counts are of all`() async throws {
        let store = try TestStore()
        for seed in UInt64(1)...7 {
            let urgency = seed == 1 ? Urgency.concern : .dangerNow
            _ = try await store.records.intake.add(store.concern(seed, urgency: urgency))
        }
        let all = try await store.desk.awaitingDecision().map(\.id)
        #expect(try await store.desk.awaitingDecision(limit: 4).map(\.id) == Array(all[..<4]))
        #expect(try await store.desk.awaitingDecision(from: 4, limit: 4).map(\.id) == Array(all[4...]))
        #expect(try await store.desk.countsAwaitingDecision() == [.dangerNow: 6, .concern: 1])
    }

    @Test func `the same line is written once a day`() async throws {
        let store = try TestStore()
        let line = LogLine(day: store.today, who: "nobody known", did: "failed to sign in", about: "mo")
        for _ in 0..<3 { try await store.log.appendOnce(line) }
        try await store.log.appendOnce(LogLine(day: store.today + 1, who: line.who, did: line.did, about: line.about))
        #expect(try await store.log.lines(about: "mo").map(\.day) == [store.today + 1, store.today])
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `accepting without an area is refused, and nothing is changed`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        await #expect(throws: DecisionRefused.needsArea) { try await store.desk.decide(store.decision(1, areas: [])) }
        #expect(try await store.desk.awaitingDecision().count == 1)
    }

    @Test func `decisions and log lines can be neither changed nor taken out`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        for change in [
            "UPDATE decision SET urgency = 'spam'", "DELETE FROM decision", "UPDATE logLine SET who = 'x'",
            "DELETE FROM logLine",
        ] {
            #expect(throws: (any Error).self) { try store.force(change) }
        }
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `a log line changed behind the triggers is found`() async throws {
        let store = try TestStore()
        for number in 1...5 {
            try await store.log.append(LogLine(day: store.today, who: "mo", did: "opened", about: "\(number)"))
        }
        try store.force("DROP TRIGGER logLine_no_UPDATE")
        try store.force("UPDATE logLine SET about = '9' WHERE number = 3")
        #expect(try await store.log.firstBrokenLine() == 3)
    }
}
