package import Foundation
internal import GRDB

/// The database of one deployment; nobody is given the whole of it but the composition root, which hands out its handles.
package struct Records: Sendable {
    let database: any DatabaseWriter

    /// Opens the database file, makes it where there is none, and brings it up to date.
    ///
    /// - Throws: ``StoreProblem`` when it cannot be opened, is not ours, or would not keep what it acknowledges.
    package init(file: URL) throws(StoreProblem) {
        do {
            let pool = try DatabasePool(path: file.path, configuration: Self.configuration())
            // DatabasePool sets synchronous to NORMAL when it opens in WAL mode, whatever was prepared; in a power cut
            // NORMAL loses commits that were acknowledged. So it is set again, then read back.
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // An import writes to pages all over the file, as ids are random: with room for more of them, in memory and
                // in the log before it is folded in, it is twice as fast. In pages: up to 16 MiB each.
                try db.execute(sql: "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 16000")
            }
            database = pool
            guard try !pool.read(Migrations.migrator.hasBeenSuperseded) else { throw StoreProblem.tooNew }
            try Migrations.migrator.migrate(pool)
        } catch {
            throw StoreProblem(error)
        }
        try checkSettings()
    }

    init(database: any DatabaseWriter) { self.database = database }

    /// A store that lives as long as the value; for tests.
    package static func inMemory() throws(StoreProblem) -> Records {
        do {
            let queue = try DatabaseQueue(configuration: configuration())
            try Migrations.migrator.migrate(queue)
            return Records(database: queue)
        } catch {
            throw StoreProblem(error)
        }
    }

    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "earshot"
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        // Values must never reach an error's text, and so a log.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            // Sealed words and their key spill over a page of any size. With small pages, which only a new file gets,
            // 100,000 concerns take a quarter of the room, and an import writes a quarter as much.
            try db.execute(
                sql: """
                    PRAGMA page_size = 1024;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA foreign_keys = ON;
                    PRAGMA secure_delete = ON;
                    """)
        }
        return configuration
    }

    /// Closes the file, folding the write-ahead log into it; afterwards no handle works.
    package func close() throws(StoreProblem) {
        do { try database.close() } catch { throw StoreProblem(error) }
    }

    /// Whether a write would be kept now; `GET /readyz` asks.
    package func isWritable() async -> Bool {
        do {
            try await database.write { db in
                try db.execute(sql: "INSERT OR REPLACE INTO probe (one) VALUES (1)")
            }
            return true
        } catch {
            return false
        }
    }
}
