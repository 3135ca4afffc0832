package import Concerns
internal import GRDB

/// Destroys what has been kept for its term: keys first, as they make it true wherever a copy lies.
package struct Retention: Sendable {
    /// So many in one transaction, so that no message that comes in waits for long.
    private static let batch = 500

    let database: any DatabaseWriter
    let log: Log

    init(_ records: Records, log: Log) {
        database = records.database
        self.log = log
    }

    /// What ``run(_:asOf:today:)`` would destroy.
    ///
    /// - Throws: ``StoreProblem``.
    package func due(_ terms: RetentionTerms, asOf day: Day) async throws(StoreProblem) -> Destroyed {
        do {
            return try await database.read { db in
                var counts: [DestroyedKind: Int] = [:]
                for part in Self.parts(terms, asOf: day) {
                    counts[part.kind] = try part.due(in: db, limit: -1).count
                }
                return Destroyed(counts: counts, longOpen: try Self.longOpen(terms, asOf: day, in: db))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Destroys what is due, in batches: each erases, counts and writes its line into the log in one transaction.
    ///
    /// The text is out of the file too only after ``Records/rewrite(mostBytes:)``. A run that was broken off is simply begun again.
    ///
    /// - Parameters:
    ///   - day: terms are over that end on this day or before.
    ///   - today: what the log and the counts say.
    /// - Throws: ``StoreProblem``; what was destroyed before stays destroyed.
    package func run(_ terms: RetentionTerms, asOf day: Day, today: Day) async throws(StoreProblem) -> Destroyed {
        do {
            var destroyed = Destroyed(counts: [:], longOpen: 0)
            for part in Self.parts(terms, asOf: day) {
                var count = Self.batch
                while count == Self.batch {
                    count = try await database.write { db in try destroy(part, today: today, in: db) }
                    destroyed.counts[part.kind, default: 0] += count
                }
            }
            destroyed.counts[.log] = try await database.write { db in
                let oldest = RetentionTerms.newest(over: terms.log, by: day) + 1
                let count = try LogBeginning.end(before: oldest, chain: log.hash, in: db)
                try note(.log, count, today: today, in: db)
                return count
            }
            destroyed.longOpen = try await database.read { db in try Self.longOpen(terms, asOf: day, in: db) }
            return destroyed
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Notes that this day's run was done whole.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteWhole(_ today: Day) async throws(StoreProblem) {
        do {
            try await database.write { db in
                try db.execute(
                    sql: "INSERT OR REPLACE INTO retentionRun (one, day) VALUES (1, ?)", arguments: [today.description])
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Counts backups that were destroyed, with a line in the log.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteBackups(_ count: Int, today: Day) async throws(StoreProblem) {
        do {
            try await database.write { db in try note(.backup, count, today: today, in: db) }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The newest day whose run was done whole, or nil.
    ///
    /// - Throws: ``StoreProblem``.
    package func lastRun() async throws(StoreProblem) -> Day? {
        do {
            return try await database.read { db in
                try String.fetchOne(db, sql: "SELECT day FROM retentionRun").map { try Day($0) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The longest time up to `today` of which the log knows no day; 0 where there is nothing to count from.
    ///
    /// It is counted from the newest whole run, before the first run from the log's newest entry. Entries of today alone do not shorten it: a clock that went wrong dates them too.
    ///
    /// - Throws: ``StoreProblem``.
    package func longestSilence(before today: Day) async throws(StoreProblem) -> Int {
        do {
            return try await database.read { db in
                let known = try String.fetchAll(
                    db,
                    sql: """
                        SELECT day FROM retentionRun
                        UNION SELECT DISTINCT day FROM logLine WHERE day < :today AND day >
                            coalesce(
                                (SELECT day FROM retentionRun),
                                date((SELECT max(day) FROM logLine WHERE day < :today), '-1 day'))
                        ORDER BY day
                        """,
                    arguments: ["today": today.description])
                let days = try known.map { try Day($0) } + [today]
                return zip(days, days.dropFirst()).map { $1.number - $0.number }.max() ?? 0
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    private static func parts(_ terms: RetentionTerms, asOf day: Day) -> [any RetentionPart] {
        [
            DueOriginals(isSpam: true, through: RetentionTerms.newest(over: terms.spam, by: day)),
            DueOriginals(isSpam: false, through: RetentionTerms.newest(over: terms.original, by: day)),
            DueReceipts(through: RetentionTerms.newest(over: terms.receipt, by: day)),
            DueSafeguarding(through: RetentionTerms.newest(over: terms.safeguarding, by: day)),
        ]
    }

    private func destroy(_ part: any RetentionPart, today: Day, in db: Database) throws -> Int {
        let ids = try part.due(in: db, limit: Self.batch)
        guard !ids.isEmpty else { return 0 }
        try log.erasures.note(ids.map { NotedErasure(part.erasure, of: $0, on: today) }, in: db)
        try part.destroy(ids, in: db)
        try note(part.kind, ids.count, today: today, in: db)
        return ids.count
    }

    private func note(_ kind: DestroyedKind, _ count: Int, today: Day, in db: Database) throws {
        guard count > 0 else { return }
        try db.execute(
            sql: """
                INSERT INTO destroyed (day, kind, count) VALUES (?, ?, ?)
                ON CONFLICT (day, kind) DO UPDATE SET count = count + excluded.count
                """,
            arguments: [today.description, kind.rawValue, count])
        try log.append(
            LogLine(day: today, who: "retention", did: "destroyed", about: "\(count) \(kind.rawValue)"), in: db)
    }

    private static func longOpen(_ terms: RetentionTerms, asOf day: Day, in db: Database) throws -> Int {
        let through = RetentionTerms.newest(over: terms.original, by: day)
        return try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM concern WHERE state IN ('waiting', 'held', 'escalated') AND arrivedOn <= ?",
            arguments: [through.description]) ?? 0
    }
}

extension Records {
    package func retention(log: Log) -> Retention { Retention(self, log: log) }
}
