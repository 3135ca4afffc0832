package import Concerns
package import Foundation
internal import GRDB

/// One line of the log: who did what to which number on which day; never a word of a message.
package struct LogLine: Hashable, Sendable {
    package let day: Day
    /// The account's name, `command line`, `young person`, or `nobody known` at the sign-in form.
    package let who: String
    /// What was done, in the past: `accepted`, `opened`, `signed in`.
    package let did: String
    /// The concern, case or account it was done to.
    package let about: String

    package init(day: Day, who: String, did: String, about: String) {
        self.day = day
        self.who = who
        self.did = did
        self.about = about
    }

    var fields: [String] { [day.description, who, did, about] }
}

/// The hash of a line from the hash of the one before; given from outside, since the store knows no cryptography.
package typealias ChainHash = @Sendable (_ former: Data, _ fields: [String]) -> Data

/// The log of what staff did; it only grows, and each line's hash covers the line before.
package struct Log: Sendable {
    let database: any DatabaseWriter
    let hash: ChainHash
    /// Told of each erasure before the transaction that erases is on disk.
    let erasures: ErasureNotes

    init(_ records: Records, hash: @escaping ChainHash, erasures: ErasureNotes) {
        database = records.database
        self.hash = hash
        self.erasures = erasures
    }

    /// - Throws: ``StoreProblem``.
    package func append(_ line: LogLine) async throws(StoreProblem) {
        do { try await database.write { db in try append(line, in: db) } } catch { throw StoreProblem(error) }
    }

    /// Appends a line unless the very same stands there already: at most one a day.
    ///
    /// - Throws: ``StoreProblem``.
    package func appendOnce(_ line: LogLine) async throws(StoreProblem) {
        do {
            try await database.write { db in
                let isThere = try Bool.fetchOne(
                    db,
                    sql: "SELECT EXISTS (SELECT 1 FROM logLine WHERE about = ? AND day = ? AND who = ? AND did = ?)",
                    arguments: [line.about, line.day.description, line.who, line.did])
                if isThere != true { try append(line, in: db) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// For the other handles: what they do and its line are one transaction.
    func append(_ line: LogLine, in db: Database) throws {
        let former = try LogHead(in: db).hash
        try db.execute(
            sql: "INSERT INTO logLine (day, who, did, about, hash) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                line.day.description, line.who, line.did, line.about, hash(former, line.fields),
            ])
    }

    /// How many lines there are.
    ///
    /// - Throws: ``StoreProblem``.
    package func count() async throws(StoreProblem) -> Int {
        do {
            return try await database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM logLine") ?? 0 }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The newest lines about one number, newest first.
    ///
    /// - Throws: ``StoreProblem``.
    package func lines(about: String, limit: Int = 50) async throws(StoreProblem) -> [LogLine] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM logLine WHERE about = ? ORDER BY number DESC LIMIT ?",
                    arguments: [about, limit]
                ).map { LogLine(day: try $0.day("day"), who: $0["who"], did: $0["did"], about: $0["about"]) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    /// - Parameter erasures: keeps outside the database what is erased, for backups that still hold it.
    package func log(hash: @escaping ChainHash, erasures: ErasureNotes = .none) -> Log {
        Log(self, hash: hash, erasures: erasures)
    }
}
