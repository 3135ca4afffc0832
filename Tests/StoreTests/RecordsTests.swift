import Foundation
import GRDB
import Testing

@testable import Store

struct RecordsTests {
    @Test func `a store opened from a file has the settings in force on which durability rests`() throws {
        let store = try Records(file: TestStore.file())
        try store.checkSettings()
    }

    @Test func `a store whose commits would not survive a power cut refuses to start`() throws {
        let store = try TestStore(file: TestStore.file())
        try store.force("PRAGMA synchronous = NORMAL")
        #expect(throws: StoreProblem.unsafe(setting: "synchronous", is: "1")) { try store.records.checkSettings() }
    }

    @Test func `a file that is no database, and a folder that is not there, each give one clear line`() throws {
        let file = TestStore.file()
        try Data(repeating: 65, count: 8_192).write(to: file)
        #expect(throws: StoreProblem.damaged) { try Records(file: file) }
        #expect(throws: StoreProblem.cannotOpen) { try Records(file: URL(filePath: "/nowhere/at/all.sqlite")) }
    }

    @Test func `a database that a later version made is left alone, and said to be so`() throws {
        let file = TestStore.file()
        try TestStore(file: file).force("INSERT INTO grdb_migrations VALUES ('999 the future')")
        #expect(throws: StoreProblem.tooNew) { try Records(file: file) }
    }

    @Test func `a closed store opens again and brings its data along`() async throws {
        let file = TestStore.file()
        let first = try TestStore(file: file)
        #expect(try await first.records.intake.add(first.concern(1)) == .kept)
        try first.records.close()
        let second = try TestStore(file: file)
        #expect(try await second.threads.thread(lookup: second.lookup(1)) != nil)
        #expect(await second.records.isWritable())
    }

    @Test func `every commit that was acknowledged is in the file before the program ends`() async throws {
        // A copy taken while the store is open is what a kill leaves behind.
        let file = TestStore.file()
        let store = try TestStore(file: file)
        for seed in UInt64(1)...20 { _ = try await store.records.intake.add(store.concern(seed)) }
        let copy = TestStore.file()
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: file.path + ending, toPath: copy.path + ending)
        }
        let after = try TestStore(file: copy)
        for seed in UInt64(1)...20 {
            #expect(try await after.threads.thread(lookup: after.lookup(seed)) != nil, "\(seed)")
        }
    }
}
