package import Concerns
internal import GRDB

extension Retention {
    /// Erases again, in a database that came from a backup, what was erased after the backup was made.
    ///
    /// All of it is one transaction, with its line in the log.
    ///
    /// - Parameters:
    ///   - noted: what was erased of a concern, and when, as it was kept outside the database.
    ///   - day: the day of the backup, for the log.
    ///   - reason: why it was restored though it was too old, or nil.
    /// - Returns: of how many concerns each kind was still there.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func reapply(
        _ noted: @escaping @Sendable (_ concern: String) -> [ErasureKind: Day], toBackupOf day: Day,
        because reason: String?,
        today: Day
    ) async throws(StoreProblem) -> [ErasureKind: Int] {
        let log = log
        do {
            return try await database.write { db in
                var counts: [ErasureKind: Int] = [:]
                for concern in try Row.fetchAll(db, sql: "SELECT id, coalesce(thread, id) AS thread FROM concern") {
                    let (id, thread): (String, String) = (concern["id"], concern["thread"])
                    for (kind, day) in noted(id).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                        let wasThere = try Self.reapply(kind, to: id, in: thread, on: day, db)
                        if wasThere { counts[kind, default: 0] += 1 }
                    }
                }
                try db.execute(sql: "DELETE FROM backupMade")
                let erased = counts.values.reduce(0, +)
                try log.append(
                    LogLine(
                        day: today, who: "command line", did: "restored the backup of \(day)",
                        about: "\(erased) erased again" + (reason.map { "; too old, but: \($0)" } ?? "")),
                    in: db)
                return counts
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// - Returns: whether there was anything left to erase.
    private static func reapply(
        _ kind: ErasureKind, to id: String, in thread: String, on day: Day, _ db: Database
    ) throws -> Bool {
        switch kind {
        case .takenBack:
            try db.execute(
                sql: "UPDATE concern SET withdrawnOn = ? WHERE id = ? AND withdrawnOn IS NULL",
                arguments: [day.description, id])
            return db.changesCount > 0
        case .whole:
            guard try isThere(id, in: "concernKey", db) || isThere(id, in: "moderated", db) else { return false }
            _ = try Erasure(concerns: [id], thread: thread).carryOut(on: day, noting: { _ in }, in: db)
        case .original:
            guard try isThere(id, in: "concernKey", db) else { return false }
            try DueOriginals.erase([id], in: db)
        case .receipt:
            guard try isThere(id, in: "receipt", db) else { return false }
            try DueReceipts.erase([id], in: db)
        }
        return true
    }

    /// - Parameter table: this file's own word.
    private static func isThere(_ id: String, in table: String, _ db: Database) throws -> Bool {
        try Table(table).filter(Column("concern") == id).isEmpty(db) == false
    }
}
