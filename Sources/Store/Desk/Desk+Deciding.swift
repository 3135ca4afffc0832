internal import Concerns
internal import GRDB

extension Desk {
    /// Takes down a decision: the record, the concern's state, what inspectors may read, the answer and the log line are one
    /// transaction.
    ///
    /// - Parameter seen: how many changes the moderator had seen, so that an older form undoes nothing it did not know of.
    /// - Returns: what ``undo(_:by:on:)`` needs.
    /// - Throws: ``DecisionRefused``; then nothing was changed.
    @discardableResult package func decide(
        _ decision: Decision, after seen: Int = 0
    ) async throws(DecisionRefused) -> Undoable {
        if decision.decision == .accept {
            guard decision.authority != nil else { throw .needsAuthority }
            guard !decision.areas.isEmpty || decision.urgency == .spam else { throw .needsArea }
        }
        let (undoable, traces): (UndoableDecision, Traces)
        do {
            (undoable, traces) = try await database.write { db in
                try takeDown(decision, after: seen, in: db)
            }
        } catch let refused as DecisionRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(traces)
        return .decision(undoable)
    }

    /// - Returns: besides what undoes it, where words that were erased may still lie.
    private func takeDown(
        _ decision: Decision, after seen: Int, in db: Database
    ) throws -> (UndoableDecision, Traces) {
        let concern = try ConcernToDecide(decision.concern, in: db)
        try concern.check(decision, after: seen)
        let number = concern.decisions + 1
        let formerDue = try Self.formerDue(of: decision.concern, in: db)
        try record(decision, as: number, in: db)
        try record(decision.grounds, of: decision, as: number, in: db)
        if number == 1 { try notePace(of: decision, in: db) }
        let formerVoice = try ThreadGroup(of: concern.threadID, in: db).voice(in: db)
        if decision.decision == .accept, let authority = decision.authority {
            try accept(decision, as: number, about: authority, concern, in: db)
        }
        // What was taken back was kept for safety only; once a person has refused it, nothing keeps it any longer.
        let isErased = concern.isWithdrawn && decision.decision == .refuse
        let drafts = try Self.eraseDrafts(after: decision, in: db)
        let traces = try Erasure(
            concerns: isErased ? [decision.concern.description] : [], thread: concern.threadID.description
        ).carryOut(on: decision.on, noting: log.erasures, in: db)
        let reply = try answer(decision, in: concern.threadID, in: db)
        if decision.decision.isFinal, decision.nobodyIsInDanger, concern.mayBeDanger(after: decision) {
            try log.append(
                LogLine(
                    day: decision.on, who: decision.by, did: "said that nobody is in danger",
                    about: decision.concern.description),
                in: db)
        }
        try log.append(
            LogLine(
                day: decision.on, who: decision.by, did: decision.decision.rawValue,
                about: decision.concern.description),
            in: db)
        let undoable = UndoableDecision(
            concern: decision.concern, decision: decision.decision, number: number,
            changes: concern.changes + 1, messages: try Self.messages(in: concern.threadID, in: db), by: decision.by,
            formerUrgency: concern.urgency, formerAuthority: concern.authority, formerVoice: formerVoice,
            voice: decision.decision == .accept
                ? try ThreadGroup(of: concern.threadID, in: db).voice(in: db) : nil,
            formerDue: formerDue, reply: reply)
        // The due time that went lies in the file until it is folded in, too.
        let more = drafts == .none && formerDue != nil ? Traces.inFile : drafts
        return (undoable, traces == .none ? more : traces)
    }

    /// How many messages a young person wrote in a thread; what the desk split off is none.
    static func messages(in thread: ConcernID, in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM concern WHERE (id = :thread OR thread = :thread)
                    AND id NOT IN (SELECT part FROM split)
                """,
            arguments: ["thread": thread.description]) ?? 0
    }

    /// - Returns: the answer's number in the thread; nil where there is none.
    private func answer(_ decision: Decision, in thread: ConcernID, in db: Database) throws -> Int? {
        guard let reply = decision.reply else { return nil }
        let last = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM reply WHERE concern = ?", arguments: [thread.description])
        let number = 1 + (last ?? 0)
        try db.execute(
            sql: "INSERT INTO reply (concern, number, writtenIn, sealed, asks) VALUES (?, ?, ?, ?, ?)",
            arguments: [thread.description, number, decision.on.month.description, reply, decision.asks])
        return number
    }

    /// Writes the decision down as it stays on record, and what follows from it for the concern itself.
    private func record(_ decision: Decision, as number: Int, in db: Database) throws {
        let id = decision.concern.description
        try db.execute(
            sql: """
                INSERT INTO decision (concern, number, decision, urgency, areas, decidedBy, decidedOn)
                VALUES (:concern, :number, :decision, :urgency, :areas, :by, :day)
                """,
            arguments: [
                "concern": id, "number": number, "decision": decision.decision.rawValue,
                "urgency": decision.urgency.rawValue, "areas": decision.areas.map(\.rawValue).joined(separator: " "),
                "by": decision.by,
                "day": decision.on.description,
            ])
        var until: Day?
        if case .held(_, let day, _) = decision.grounds, decision.decision == .hold { until = day }
        try db.execute(
            sql: """
                UPDATE concern SET state = ?, urgency = ?, authority = coalesce(?, authority), decidedOn = ?, heldUntil = ?
                WHERE id = ?
                """,
            arguments: [
                ConcernState(after: decision.decision).rawValue, decision.urgency.rawValue,
                decision.authority?.description, decision.on.description, until?.description, id,
            ])
        // It tells when a child wrote, and its time was met: what is held waits again from a day on.
        try db.execute(sql: "DELETE FROM due WHERE concern = ?", arguments: [id])
    }

    /// Writes down what the decision rests on.
    private func record(
        _ grounds: DecisionGrounds?, of decision: Decision, as number: Int, in db: Database
    ) throws {
        func record(_ reason: DeskCode, until: Day? = nil) throws {
            try db.execute(
                sql: "INSERT INTO decisionReason (concern, number, reason, until) VALUES (?, ?, ?, ?)",
                arguments: [decision.concern.description, number, reason.description, until?.description])
        }
        switch (grounds, decision.decision) {
        case (nil, _): break
        case (.held(let reason, let until, let note), .hold):
            try record(reason, until: until)
            if let note {
                try DeskNoteRecord.insert(
                    note, as: .hold, number: number, about: decision.concern, by: decision.by, on: decision.on, in: db)
            }
        case (.refused(let reason), .refuse): try record(reason)
        case (.passedOn(let safeguarding), .escalate):
            try db.execute(
                sql: """
                    INSERT INTO safeguardingRecord
                        (id, concern, number, route, passesIdentity, writtenBy, writtenOn, sealed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    safeguarding.id.description, decision.concern.description, number, safeguarding.route.description,
                    safeguarding.passesIdentity, decision.by, decision.on.description, safeguarding.note.sealed,
                ])
            try db.execute(
                sql: "INSERT INTO safeguardingKey (record, part, sealed) VALUES (?, 'record', ?)",
                arguments: [safeguarding.id.description, safeguarding.note.key])
        // Grounds of another decision: a fault of ours.
        default: throw StoreProblem.refused
        }
    }
}
