package import Concerns
package import Foundation
internal import GRDB

extension Desk {
    /// What became of the queue since `edition`, in one look that costs as much as there is news.
    ///
    /// Which concerns this process writes to is noted in memory (a temporary table of the one connection that writes), and
    /// never on disk: the order in which concerns came is nobody's business. Of what other processes write, SQLite tells
    /// only that they did, and then all that waits is read anew. There is one list of notes, so one reader.
    ///
    /// - Parameters:
    ///   - edition: where the last look ended; nil reads all that waits.
    ///   - includesOthers: whether what other processes wrote is read now; else it waits for the next time.
    /// - Throws: ``StoreProblem``; then nothing is known, and all must be read.
    package func queueNews(
        after edition: QueueEdition?, includesOthers: Bool = true
    ) async throws(StoreProblem) -> (news: QueueNews, edition: QueueEdition) {
        do {
            return try await database.writeWithoutTransaction { db in
                let isFollowed = try Self.follow(db)
                let now = QueueEdition(number: try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0)
                guard let edition, isFollowed, edition == now || !includesOthers else {
                    // Notes first: what is written after the look is noted again.
                    try db.execute(sql: "DELETE FROM changedConcern")
                    return (.all(try Self.queued(Self.allQueued, in: db)), now)
                }
                let changed = try String.fetchAll(db, sql: "SELECT id FROM changedConcern")
                guard !changed.isEmpty else { return (.changes(of: [], waiting: []), edition) }
                try db.execute(sql: "DELETE FROM changedConcern")
                let waiting = try Self.queued(
                    "SELECT \(Self.queuedColumns) WHERE id IN \(changed) AND \(Self.isAwaited)", in: db)
                return (.changes(of: try changed.map { try ConcernID($0) }, waiting: waiting), edition)
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The keys that close due times, sealed to the moderators, by their name.
    ///
    /// - Throws: ``StoreProblem``.
    package func dueKeys() async throws(StoreProblem) -> [Data: Data] {
        do {
            return try await database.read { db in
                try Row.fetchAll(db, sql: "SELECT id, sealed FROM dueKey").reduce(into: [:]) {
                    $0[$1["id"]] = $1["sealed"]
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Closes due times anew, under another key, and forgets the keys that close none any more: so that nobody can tell for
    /// longer than needs be which concerns came in the same run of a program.
    ///
    /// - Parameter due: those of concerns that were decided meanwhile are passed over.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func reseal(_ due: [ConcernID: NewDue]) async throws(StoreProblem) {
        do {
            try await database.write { db in
                for (concern, due) in due {
                    try db.executePrepared(
                        "INSERT INTO dueKey (id, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        [due.keyID, due.sealedKey])
                    try db.executePrepared(
                        "UPDATE due SET key = ?, sealed = ? WHERE concern = ?",
                        [due.keyID, due.sealed, concern.description])
                }
                try db.execute(sql: "DELETE FROM dueKey WHERE NOT EXISTS (SELECT 1 FROM due WHERE due.key = dueKey.id)")
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// From an index that holds no words.
    static var allQueued: SQLRequest<Row> { "SELECT \(queuedColumns) WHERE \(isAwaited)" }

    private static let queuedColumns: SQL = """
        id, authority, channel, teller, urgency, arrivedOn, state, thread, withdrawnOn, heldUntil,
        \(ofSecond), due.key AS dueKey,
        due.sealed AS due FROM concern LEFT JOIN due ON due.concern = concern.id
        """

    private static func queued(_ request: SQLRequest<Row>, in db: Database) throws -> [QueuedConcern] {
        try Array(
            request.fetchCursor(db).map { row in
                let due = (row["dueKey"] as Data?).map { QueuedConcern.Due(keyID: $0, sealed: row["due"]) }
                return QueuedConcern(concern: try WaitingConcern(row: row), due: due)
            })
    }

    /// Begins to note which concerns are written to.
    ///
    /// - Returns: whether they were noted before.
    private static func follow(_ db: Database) throws -> Bool {
        let isThere = "SELECT 1 FROM temp.sqlite_master WHERE name = 'changedConcern'"
        if try db.findsPrepared(isThere, []) { return true }
        try db.execute(
            sql: """
                CREATE TEMP TABLE changedConcern (id TEXT PRIMARY KEY) WITHOUT ROWID;
                CREATE TEMP TRIGGER concernCame AFTER INSERT ON main.concern
                BEGIN INSERT OR IGNORE INTO changedConcern VALUES (new.id); END;
                CREATE TEMP TRIGGER concernChanged AFTER UPDATE ON main.concern
                BEGIN INSERT OR IGNORE INTO changedConcern VALUES (new.id); END;
                CREATE TEMP TRIGGER concernWent AFTER DELETE ON main.concern
                BEGIN INSERT OR IGNORE INTO changedConcern VALUES (old.id); END;
                CREATE TEMP TRIGGER opinionGiven AFTER INSERT ON main.secondOpinion
                BEGIN INSERT OR IGNORE INTO changedConcern
                    SELECT concern FROM safeguardingRecord WHERE id = new.record; END;
                """)
        return false
    }
}
