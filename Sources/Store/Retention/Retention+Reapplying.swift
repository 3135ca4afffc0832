package import Concerns
internal import GRDB

extension Retention {
    /// Erases again, in a database that came from a backup, what was erased after the backup was made.
    ///
    /// All of it is one transaction, with its line in the log.
    ///
    /// - Parameters:
    ///   - noted: what was erased under a number, and when, as it was kept outside the database.
    ///   - day: the day of the backup.
    ///   - reason: why it was restored though something spoke against it, or nil.
    /// - Returns: how often each kind was still there.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func reapply(
        _ noted: @escaping @Sendable (_ id: String) -> [ErasureKind: Day], toBackupOf day: Day,
        because reason: String?, today: Day
    ) async throws(StoreProblem) -> [ErasureKind: Int] {
        let log = log
        do {
            return try await database.write { db in
                let counts = try Reapplying(noted: noted, backupMadeOn: day).carryOut(in: db)
                try db.execute(sql: "DELETE FROM backupMade")
                let erased = counts.values.reduce(0, +)
                try log.append(
                    LogLine(
                        day: today, who: "command line", did: "restored the backup of \(day)",
                        about: "\(erased) erased again" + (reason.map { "; forced: \($0)" } ?? "")),
                    in: db)
                return counts
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

/// What it takes to erase again what a backup still holds.
private struct Reapplying {
    let noted: @Sendable (_ id: String) -> [ErasureKind: Day]
    let backupMadeOn: Day

    func carryOut(in db: Database) throws -> [ErasureKind: Int] {
        var counts: [ErasureKind: Int] = [:]
        func erase(_ id: String, _ again: (ErasureKind, Day) throws -> Bool) throws {
            for (kind, day) in noted(id).sorted(by: { $0.key.rawValue < $1.key.rawValue }) where try again(kind, day) {
                counts[kind, default: 0] += 1
            }
        }
        for row in try Row.fetchAll(db, sql: "SELECT id, coalesce(thread, id) AS thread FROM concern") {
            let (id, thread): (String, String) = (row["id"], row["thread"])
            try erase(id) { kind, day in try again(kind, to: id, in: thread, on: day, db) }
        }
        // What was keyed in from a source has its number: the source, too, is of what was erased.
        for id in try String.fetchAll(db, sql: "SELECT id FROM quarantine WHERE outcome IS NULL") {
            try erase(id) { kind, _ in
                switch kind {
                case .whole, .original: try Desk.erase(id, as: .taken, in: db)
                case .setAside: try Desk.erase(id, as: .setAside(.noMessage), in: db)
                default: return false
                }
                return true
            }
        }
        for id in try String.fetchAll(db, sql: "SELECT DISTINCT record FROM safeguardingKey") {
            try erase(id) { kind, _ in
                guard kind == .safeguardingRecord else { return false }
                try DueSafeguarding.erase([id], in: db)
                return true
            }
        }
        // A backup made later knows of it; whoever came back under the same name since stays.
        for name in try String.fetchAll(db, sql: "SELECT name FROM account WHERE NOT isDisabled") {
            try erase(name) { kind, day in
                guard kind == .account, day >= backupMadeOn else { return false }
                return try Accounts.disable(name, in: db)
            }
        }
        return counts
    }

    /// - Returns: whether there was anything left to erase.
    private func again(
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
            _ = try Erasure(concerns: [id], thread: thread).carryOut(on: day, noting: .none, in: db)
        case .original:
            guard try isThere(id, in: "concernKey", db) else { return false }
            try DueOriginals.erase([id], in: db)
        case .receipt:
            guard try isThere(id, in: "receipt", db) else { return false }
            try DueReceipts.erase([id], in: db)
        case .readText:
            // A backup made later holds what was written in its place; of the same day, nobody can tell.
            guard day >= backupMadeOn else { return false }
            return try ModeratedRecord.withhold(id, since: day, in: db)
        case .safeguardingRecord, .account, .setAside: return false
        }
        return true
    }

    /// - Parameter table: this file's own word.
    private func isThere(_ id: String, in table: String, _ db: Database) throws -> Bool {
        try Table(table).filter(Column("concern") == id).isEmpty(db) == false
    }
}
