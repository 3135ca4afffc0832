import Concerns
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Store

struct ClearedTracesTests {
    private let file = TestStore.file()

    /// In how many of the database's two files the words lie.
    private func files(holding words: String) throws -> Int {
        try ["", "-wal"].count {
            try Data(contentsOf: URL(filePath: file.path + $0)).range(of: Data(words.utf8)) != nil
        }
    }

    @Test func `what a reader kept in the file while it was erased is cleared when it is gone`() async throws {
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1, text: "quillwort"))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: file.path, configuration: configuration)
        // The store waits five seconds for a reader to be gone; here it will not be.
        try store.force("PRAGMA busy_timeout = 10")
        try await reader.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            _ = try Row.fetchAll(db, sql: "SELECT * FROM concern")
        }
        try await store.threads.withdraw(ConcernID(of: 1), on: store.today)
        #expect(try files(holding: "quillwort") > 0)
        await #expect(throws: StoreProblem.self) { try await store.records.clearTraces() }
        try await reader.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
        try await store.records.clearTraces()
        #expect(try files(holding: "quillwort") == 0)
    }

    @Test func `with nothing erased it does no harm`() async throws {
        let store = try TestStore(file: file)
        _ = try await store.records.intake.add(store.concern(1))
        try await store.desk.decide(store.decision(1))
        for _ in 0..<2 { try await store.records.clearTraces() }
        #expect(try await store.records.reading.count(ConcernQuery(words: "worker")) == 1)
    }
}
