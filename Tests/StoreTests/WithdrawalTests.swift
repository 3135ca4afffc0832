import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct WithdrawalTests {
    /// An accepted message, an accepted addition and a reply to each; beside them another thread.
    private static func accepted(in store: TestStore) async throws {
        for seed in UInt64(1)...2 { _ = try await store.records.intake.add(store.concern(seed)) }
        _ = try await store.records.intake.add(store.addition(3, to: 1))
        for seed in UInt64(1)...3 { try await store.desk.decide(store.decision(seed, reply: Data([9]))) }
    }

    @Test func `what is taken back is neither found, counted nor answered any more`() async throws {
        let store = try TestStore()
        try await Self.accepted(in: store)
        let version = try await store.records.reading.voicesVersion()
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        let reading = store.records.reading
        #expect(try await reading.concerns(ConcernQuery()).map(\.id) == [ConcernID(of: 2)])
        #expect(try await reading.concerns(ConcernQuery(words: "worker")).map(\.id) == [ConcernID(of: 2)])
        #expect(try await reading.count(ConcernQuery(words: "worker")) == 1)
        #expect(try await reading.voices().map(\.voices) == [1])
        #expect(try await reading.voicesVersion() != version)
        #expect(try store.count("SELECT count(*) FROM moderatedArea") == 1)
        try store.force("INSERT INTO moderatedText (moderatedText, rank) VALUES ('integrity-check', 1)")
        let thread = try await store.thread(1)
        #expect(thread.isWithdrawn && thread.replies.isEmpty && thread.messages.count == 2)
        #expect(thread.messages.allSatisfy { !$0.isKeptForSafety })
    }

    @Test func `its keys and words are erased, of every message of the thread and of no other`() async throws {
        let store = try TestStore()
        try await Self.accepted(in: store)
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        for seed in [UInt64(1), 3] {
            let erased = try #require(try await store.desk.concern(ConcernID(of: seed)))
            #expect(erased.key == nil && erased.words.isEmpty && erased.summary.isWithdrawn)
        }
        let other = try #require(try await store.desk.concern(ConcernID(of: 2)))
        #expect(other.key != nil && !other.words.isEmpty && !other.summary.isWithdrawn)
        #expect(try await store.thread(2).replies.count == 1)
    }

    @Test func `the log tells that a young person took it back, and no more`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        let id = ConcernID(of: 1).description
        #expect(
            try await store.log.lines(about: id)
                == [LogLine(day: store.today, who: "young person", did: "withdrew", about: id)])
        #expect(try await store.log.firstBrokenLine() == nil)
    }

    @Test func `only the day that it was given stands in the concerns and in the log`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        let monday = store.today.week.monday
        try await store.threads.withdraw(ConcernID(of: 1), on: monday)
        #expect(try await store.log.lines(about: ConcernID(of: 1).description).map(\.day) == [monday])
        #expect(try store.count("SELECT count(*) FROM concern WHERE withdrawnOn = '\(monday)'") == 1)
    }

    @Test func `taking back twice changes nothing the second time`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today + 3)
        #expect(try await store.log.count() == 1)
        #expect(try store.count("SELECT count(*) FROM concern WHERE withdrawnOn = '\(store.today)'") == 1)
    }

    @Test func `one who writes again afterwards is heard, and can take that back too`() async throws {
        let store = try TestStore()
        _ = try await store.records.intake.add(store.concern(1))
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        _ = try await store.records.intake.add(store.addition(2, to: 1))
        #expect(try await !store.thread(1).isWithdrawn)
        #expect(try await store.desk.awaitingDecision().map(\.id) == [ConcernID(of: 2)])
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try await store.thread(1).isWithdrawn)
        #expect(try await store.desk.awaitingDecision().isEmpty)
    }

    @Test func `where its line in the log cannot be written, nothing is taken back`() async throws {
        let store = try TestStore()
        try await Self.accepted(in: store)
        try store.force(
            "CREATE TRIGGER full BEFORE INSERT ON logLine BEGIN SELECT RAISE(ABORT, 'no room'); END")
        await #expect(throws: StoreProblem.refused) {
            try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        }
        #expect(try await !store.thread(1).isWithdrawn)
        #expect(try await store.records.reading.concerns(ConcernQuery()).count == 3)
        #expect(try await store.desk.concern(ConcernID(of: 1))?.key != nil)
    }

    @Test func `neither moderated nor closed words nor their key are in the file afterwards`() async throws {
        let file = TestStore.file()
        let store = try TestStore(file: file)
        let (words, key) = (Data(store.mark(1)), Data(store.mark(2)))
        _ = try await store.records.intake.add(store.concern(1).with(words: words, key: key))
        try await store.desk.decide(store.decision(1, text: "a quokkafern in the zyxbrindle"))
        for seed in UInt64(2)...20 {
            _ = try await store.records.intake.add(store.concern(seed))
            try await store.desk.decide(store.decision(seed))
        }
        let secrets = [words, key, Data("quokkafern".utf8), Data("zyxbrindle".utf8)]
        for secret in secrets { #expect(try Self.copies(of: secret, beside: file) > 0) }
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        for secret in secrets { #expect(try Self.copies(of: secret, beside: file) == 0) }
    }

    /// How many of the database's files hold these bytes.
    private static func copies(of bytes: Data, beside file: URL) throws -> Int {
        try ["", "-wal"].count { try Data(contentsOf: URL(filePath: file.path + $0)).range(of: bytes) != nil }
    }
}
