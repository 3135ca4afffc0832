package import Concerns
internal import GRDB

extension Desk {
    /// Undoes what was done last to a concern: it is again as it was, and both the doing and the undoing stay on record.
    ///
    /// How long after that may be is for the caller, who alone knows the time.
    ///
    /// - Throws: ``UndoRefused``; then nothing was changed.
    package func undo(_ last: Undoable, by name: String, on day: Day) async throws(UndoRefused) {
        let traces: Traces
        do {
            traces = try await database.write { db in
                switch last {
                case .decision(let decision): return try undo(decision, by: name, on: day, in: db)
                case .split(let concern, let part, let mark):
                    return try undoSplit(of: concern, part, mark: mark, by: name, on: day, in: db)
                case .merge(let thread, let target):
                    // Another may have taken it apart, and merged it elsewhere, since.
                    let now = try String.fetchOne(
                        db, sql: "SELECT target FROM merged WHERE thread = ?", arguments: [thread.description])
                    guard now == target.description else { throw UndoRefused.isNotTheLast }
                    _ = try takeApart(thread, by: name, on: day, in: db)
                    return .none
                case .apart(let thread, let target):
                    // Merged elsewhere since, it is refused like any merge of what is merged.
                    _ = try merge(thread, into: target, by: name, on: day, in: db)
                    return .none
                }
            }
        } catch let refused as UndoRefused {
            throw refused
        } catch is MergeRefused {
            throw .isNotTheLast
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(traces)
    }

    private func undo(_ last: UndoableDecision, by name: String, on day: Day, in db: Database) throws -> Traces {
        let concern = try ConcernToDecide(last.concern, in: db)
        guard last.by == name else { throw UndoRefused.isNotYours }
        guard concern.lastDecision == last.number, concern.changes == last.changes else {
            throw UndoRefused.isNotTheLast
        }
        // Whoever wrote again may have read the answer, and would not find it any more.
        if last.reply != nil, try Self.messages(in: concern.threadID, in: db) != last.messages {
            throw UndoRefused.isNotTheLast
        }
        guard concern.hasWords else { throw UndoRefused.isErased }
        if last.decision == .escalate, try hasOpinion(on: last, in: db) { throw UndoRefused.hasOpinion }
        try db.execute(
            sql: "INSERT INTO undone (concern, number, undoneBy, undoneOn) VALUES (?, ?, ?, ?)",
            arguments: [last.concern.description, last.number, name, day.description])
        var traces = Traces.inFile
        if last.decision == .accept {
            try log.erasures.note([NotedErasure(.readText, of: last.concern.description, on: day)], in: db)
            let group = try ThreadGroup(of: concern.threadID, in: db)
            // A voice that another settled since stays as they settled it.
            let isAsLeft = try group.voice(in: db) == last.voice
            if try ModeratedRecord.remove([last.concern.description], in: db) { traces = .inIndex }
            if let voice = last.formerVoice, isAsLeft { try group.take(voice, in: db) }
        }
        let state = try restore(last, in: db)
        try db.execute(
            sql: "DELETE FROM deskNote WHERE concern = ? AND kind IN ('hold', 'marks') AND number = ?",
            arguments: [last.concern.description, last.number])
        if let reply = last.reply {
            try db.execute(
                sql: "DELETE FROM reply WHERE concern = ? AND number = ?",
                arguments: [concern.threadID.description, reply])
        }
        try log.append(
            LogLine(day: day, who: name, did: "undid \(last.decision.rawValue)", about: last.concern.description),
            in: db)
        // Taken back meanwhile, it stayed only for what is undone now.
        if concern.isWithdrawn, !Threads.isNeededForSafety(state, last.formerUrgency) {
            let erased = try Erasure(
                concerns: [last.concern.description], thread: concern.threadID.description
            ).carryOut(on: day, noting: log.erasures, in: db)
            if traces == .inFile { traces = erased }
        }
        return traces
    }

    /// The concern as it stood: what was decided before and not undone counts again.
    private func restore(_ last: UndoableDecision, in db: Database) throws -> ConcernState {
        let id = last.concern.description
        let former = try Row.fetchOne(
            db,
            sql: """
                SELECT decision, decidedOn, until FROM decision
                LEFT JOIN decisionReason USING (concern, number)
                WHERE concern = :id
                    AND number NOT IN (SELECT number FROM undone WHERE undone.concern = :id)
                ORDER BY number DESC LIMIT 1
                """,
            arguments: ["id": id])
        let state = try former.map { ConcernState(after: try $0.choice("decision")) } ?? .waiting
        try db.execute(
            sql: """
                UPDATE concern SET state = ?, decidedOn = ?, heldUntil = ?, urgency = ?, authority = ?, helpedOn = NULL
                WHERE id = ?
                """,
            arguments: [
                state.rawValue, former?["decidedOn"], state == .held ? former?["until"] : nil,
                last.formerUrgency.rawValue, last.formerAuthority?.description, id,
            ])
        try restore(last.formerDue, of: id, in: db)
        return state
    }

    /// The time by which it was due, unless the key that closes it is gone: then the day on which it came must do.
    private func restore(_ due: QueuedConcern.Due?, of id: String, in db: Database) throws {
        guard let due else { return }
        try db.execute(
            sql: """
                INSERT INTO due (concern, key, sealed) SELECT :id, id, :sealed FROM dueKey WHERE id = :key
                ON CONFLICT DO NOTHING
                """,
            arguments: ["id": id, "key": due.keyID, "sealed": due.sealed])
    }

    static func formerDue(of id: ConcernID, in db: Database) throws -> QueuedConcern.Due? {
        try Row.fetchOne(db, sql: "SELECT key, sealed FROM due WHERE concern = ?", arguments: [id.description])
            .map { QueuedConcern.Due(keyID: $0["key"], sealed: $0["sealed"]) }
    }

    private func hasOpinion(on last: UndoableDecision, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM safeguardingRecord JOIN secondOpinion ON record = id
                    WHERE concern = ? AND number = ?)
                """,
            arguments: [last.concern.description, last.number]) ?? false
    }

    /// Takes the part away again; whoever opened it meanwhile is told that it is not there.
    private func undoSplit(
        of id: ConcernID, _ part: ConcernID, mark: Int, by name: String, on day: Day, in db: Database
    ) throws -> Traces {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT (SELECT max(number) FROM deskNote WHERE concern = :whole AND kind = 'split') AS mark,
                    EXISTS (SELECT 1 FROM decision WHERE concern = :part) AS isDecided,
                    (SELECT state FROM concern WHERE id = :whole) AS state
                FROM split WHERE part = :part AND concern = :whole
                """,
            arguments: ["whole": id.description, "part": part.description])
        // Where more was split off since, its note would be lost and this one's stretches stay out.
        guard let row, (row["mark"] as Int?) == mark,
            try (row.choice("state") as ConcernState).isOpen
        else { throw UndoRefused.isNotTheLast }
        guard !(row["isDecided"] as Bool) else { throw UndoRefused.partIsDecided }
        // A backup may hold the part still, with words that its whole may lose.
        try log.erasures.note(
            [ErasureKind.takenBack, .whole].map { NotedErasure($0, of: part.description, on: day) }, in: db)
        try db.execute(sql: "DELETE FROM concern WHERE id = ?", arguments: [part.description])
        try db.execute(
            sql: "DELETE FROM deskNote WHERE concern = ? AND kind = 'split' AND number = ?",
            arguments: [id.description, mark])
        try log.append(LogLine(day: day, who: name, did: "undid split \(part)", about: id.description), in: db)
        return .inFile
    }
}
