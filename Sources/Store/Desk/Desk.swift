package import Concerns
internal import GRDB

/// What the moderation desk may do with the store.
package struct Desk: Sendable {
    let database: any DatabaseWriter
    let log: Log
    /// Whether a concern accepted with this urgency is coded by a second moderator.
    let isReadTwice: @Sendable (ConcernID, Urgency) -> Bool

    init(_ records: Records, log: Log, isReadTwice: @escaping @Sendable (ConcernID, Urgency) -> Bool) {
        database = records.database
        self.log = log
        self.isReadTwice = isReadTwice
    }

    /// - Throws: ``StoreProblem``.
    package func concern(_ id: ConcernID) async throws(StoreProblem) -> DeskConcern? {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> = """
                    SELECT concern.id, concern.authority, concern.channel, concern.teller, concern.urgency,
                        concern.arrivedOn, concern.state, concern.thread, concern.withdrawnOn, concern.sharing,
                        concern.heldUntil, concern.words, concernKey.sealed AS key, first.replyKey, moderated.text,
                        (SELECT group_concat(area, ' ') FROM moderatedArea AS own WHERE own.concern = concern.id) AS areas,
                        split.concern AS partOf, \(Self.changes) AS changes, \(Self.ofSecond),
                        (SELECT count(*) FROM safeguardingRecord AS record WHERE record.concern = concern.id) AS records,
                        EXISTS (SELECT 1 FROM merged WHERE merged.thread = first.id) AS isMerged
                    FROM concern JOIN concern AS first ON first.id = coalesce(concern.thread, concern.id)
                    LEFT JOIN concernKey ON concernKey.concern = concern.id
                    LEFT JOIN moderated ON moderated.concern = concern.id
                    LEFT JOIN split ON split.part = concern.id WHERE concern.id = \(id.description)
                    """
                return try request.fetchOne(db).map { try DeskConcern(row: $0, in: db) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Moderated words of the same authority, newest first, among which the moderator may find the same voice.
    ///
    /// - Throws: ``StoreProblem``.
    package func heardBefore(about authority: GSSCode, limit: Int = 300) async throws(StoreProblem) -> [HeardBefore] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT voice, text FROM moderated WHERE authority = ? AND text IS NOT NULL
                        ORDER BY searchKey DESC LIMIT ?
                        """,
                    arguments: [authority.description, limit]
                ).map { row in
                    HeardBefore(
                        voice: Voice(of: try ConcernID(row["voice"] as String)),
                        text: ModeratedText(asDecided: row["text"]))
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Writes in the log that someone read an original.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteOpened(_ id: ConcernID, by name: String, on day: Day) async throws(StoreProblem) {
        try await log.append(LogLine(day: day, who: name, did: "opened", about: id.description))
    }
}

extension Records {
    /// - Parameters:
    ///   - log: the log that the desk's doings are written to.
    ///   - isReadTwice: whether a concern accepted with this urgency is coded by a second moderator.
    package func desk(
        log: Log, isReadTwice: @escaping @Sendable (ConcernID, Urgency) -> Bool = { _, _ in false }
    ) -> Desk {
        Desk(self, log: log, isReadTwice: isReadTwice)
    }
}

extension WaitingConcern {
    init(row: Row) throws {
        id = try ConcernID(row["id"] as String)
        authority = try row.optionalAuthority("authority")
        channel = try row.choice("channel")
        teller = row.optionalChoice("teller")
        urgency = try row.choice("urgency")
        arrivedOn = try row.day("arrivedOn")
        state = try row.choice("state")
        thread = try (row["thread"] as String?).map { try ConcernID($0) }
        isWithdrawn = try row.optionalDay("withdrawnOn") != nil
        heldUntil = try row.optionalDay("heldUntil")
        needsSecond = row["needsSecond"] ?? false
        isDeclined = row["isDeclined"] ?? false
    }
}

extension DeskConcern {
    fileprivate init(row: Row, in db: Database) throws {
        summary = try WaitingConcern(row: row)
        sharing = try row.choice("sharing")
        words = row["words"]
        key = row["key"]
        replyKey = row["replyKey"]
        decisions = try PastDecision.all(about: summary.id, in: db)
        let past = try PastInLog(about: summary.id, decisions: decisions.count, in: db)
        (textActs, lastChangedBy) = (past.textActs, past.lastChangedBy)
        changes = row["changes"]
        notes = try DeskNoteRecord.all(about: summary.id, in: db)
        text = (row["text"] as String?).map(ModeratedText.init(asDecided:))
        areas = row.areas("areas")
        let thread = summary.thread ?? summary.id
        mergedWith = try ThreadGroup(of: thread, in: db).threads
            .filter { $0 != thread.description }.map { try ConcernID($0) }
        isMerged = row["isMerged"]
        partOf = try (row["partOf"] as String?).map { try ConcernID($0) }
        safeguardingRecords = row["records"]
    }
}

extension PastDecision {
    fileprivate static func all(about id: ConcernID, in db: Database) throws -> [PastDecision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT decision.*, coalesce(decisionReason.reason, record.route) AS reason, decisionReason.until,
                    undone.number IS NOT NULL AS isUndone
                FROM decision
                LEFT JOIN decisionReason USING (concern, number)
                LEFT JOIN safeguardingRecord AS record USING (concern, number)
                LEFT JOIN undone USING (concern, number)
                WHERE decision.concern = ? ORDER BY decision.number
                """,
            arguments: [id.description]
        ).map(PastDecision.init(row:))
    }

    private init(row: Row) throws {
        decision = try row.choice("decision")
        urgency = try row.choice("urgency")
        areas = row.areas("areas")
        by = row["decidedBy"]
        on = try row.day("decidedOn")
        reason = try (row["reason"] as String?).map { try DeskCode($0) }
        until = try row.optionalDay("until")
        isUndone = row["isUndone"]
    }
}
