package import Concerns
package import Foundation
internal import GRDB

extension Records {
    /// Copies the database into a new file as it stands at one moment, also while the service runs.
    ///
    /// By what a form sent twice is known is left out, as its keys are in no backup either, and so is every page that holds
    /// nothing any more. The copy is read through before this returns.
    ///
    /// - Throws: ``StoreProblem``; then the file is of no use.
    package func backUp(
        to file: URL, on day: Day, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreProblem) {
        do {
            let copy = try DatabaseQueue(path: file.path, configuration: Self.configuration())
            try database.backup(to: copy, pagesPerStep: 4_096) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
            try copy.write { db in
                try db.execute(sql: "DELETE FROM sending")
                try db.execute(
                    sql: "INSERT OR REPLACE INTO backupMade (one, day) VALUES (1, ?)", arguments: [day.description])
            }
            // One file, without a log beside it.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.vacuum()
            try copy.read(Self.checkWhole)
            try copy.close()
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The day on which a backup was made; nil for a database that is none.
    ///
    /// - Parameter isReadThrough: whether each of its pages is looked at, or only that day.
    /// - Throws: ``StoreProblem`` when it is damaged, is not Earshot's, or a later version made it.
    package static func dayOfBackup(in file: URL, isReadThrough: Bool = true) throws(StoreProblem) -> Day? {
        do {
            var configuration = configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: file.path, configuration: configuration)
            let day: Day? = try copy.read { db in
                if isReadThrough {
                    guard try !Migrations.migrator.hasBeenSuperseded(db) else { throw StoreProblem.tooNew }
                    try checkWhole(db)
                }
                guard try db.tableExists("backupMade") else { return nil }
                return try String.fetchOne(db, sql: "SELECT day FROM backupMade").map { try Day($0) }
            }
            try copy.close()
            return day
        } catch {
            throw StoreProblem(error)
        }
    }

    private static func checkWhole(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok" else { throw StoreProblem.damaged }
    }

    /// Opens a database to look at it; nothing can be written through it, and nothing is brought up to date.
    ///
    /// - Throws: ``StoreProblem``.
    package static func readOnly(file: URL) throws(StoreProblem) -> Records {
        do {
            var configuration = configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            let hasLog = try queue.read { db in try db.tableExists("logLine") }
            guard hasLog else { throw StoreProblem.damaged }
            return Records(database: queue)
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Folds a database's write-ahead log into its file, which nobody else may have open; on disk when this returns.
    ///
    /// - Throws: ``StoreProblem``; then all is as it was.
    package static func foldLogIn(file: URL) throws(StoreProblem) {
        do {
            let former = try DatabaseQueue(path: file.path, configuration: configuration())
            try former.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                _ = try db.checkpoint(.truncate)
            }
            try former.close()
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Whether nothing was ever taken in, done or brought along here.
    ///
    /// - Throws: ``StoreProblem``.
    package func holdsNothing() throws(StoreProblem) -> Bool {
        do {
            return try database.read { db in
                try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT NOT EXISTS (SELECT 1 FROM concern) AND NOT EXISTS (SELECT 1 FROM quarantine)
                            AND NOT EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM logLine)
                            AND NOT EXISTS (SELECT 1 FROM voiceCount)
                        """) ?? false
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}
