internal import Concerns
internal import GRDB

extension Desk {
    /// Takes down a decision: the record, the concern's state, what inspectors may read, the answer and the log line are one
    /// transaction.
    ///
    /// - Parameter seen: how many decisions the moderator had seen, so that an older form undoes nothing it did not know of.
    /// - Throws: ``DecisionRefused``; then nothing was changed.
    package func decide(_ decision: Decision, after seen: Int = 0) async throws(DecisionRefused) {
        if decision.decision == .accept {
            guard decision.authority != nil else { throw .needsAuthority }
            guard !decision.areas.isEmpty || decision.urgency == .spam else { throw .needsArea }
        }
        do {
            try await database.write { db in
                try takeDown(decision, after: seen, in: db)
            }
        } catch let refused as DecisionRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    private func takeDown(_ decision: Decision, after seen: Int, in db: Database) throws {
        let id = decision.concern.description
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT state, arrivedOn, teller FROM concern WHERE id = ?", arguments: [id])
        else { throw DecisionRefused.noSuchConcern }
        let state: ConcernState = try row.choice("state")
        guard state.isOpen else { throw DecisionRefused.alreadyDecided(state) }
        let past = try Int.fetchOne(db, sql: "SELECT count(*) FROM decision WHERE concern = ?", arguments: [id])
        guard past == seen else { throw DecisionRefused.changedMeanwhile }

        try db.execute(
            sql: """
                INSERT INTO decision (concern, number, decision, urgency, areas, decidedBy, decidedOn)
                VALUES (:concern, :number, :decision, :urgency, :areas, :by, :day)
                """,
            arguments: [
                "concern": id, "number": seen + 1, "decision": decision.decision.rawValue,
                "urgency": decision.urgency.rawValue, "areas": decision.areas.map(\.rawValue).joined(separator: " "),
                "by": decision.by,
                "day": decision.on.description,
            ])
        try db.execute(
            sql:
                "UPDATE concern SET state = ?, urgency = ?, authority = coalesce(?, authority), decidedOn = ? WHERE id = ?",
            arguments: [
                ConcernState(after: decision.decision).rawValue, decision.urgency.rawValue,
                decision.authority?.description, decision.on.description, id,
            ])
        if decision.decision == .accept, let authority = decision.authority {
            try insertModerated(
                decision, authority: authority, arrivedOn: try row.day("arrivedOn"), teller: row["teller"], in: db)
        }
        if let reply = decision.reply {
            try db.execute(
                sql: """
                    INSERT INTO reply (concern, number, writtenIn, sealed)
                    SELECT :concern, 1 + count(*), :month, :sealed FROM reply WHERE concern = :concern
                    """,
                arguments: ["concern": id, "month": decision.on.month.description, "sealed": reply])
        }
        try log.append(
            LogLine(day: decision.on, who: decision.by, did: decision.decision.rawValue, about: id), in: db)
    }

    private func insertModerated(
        _ decision: Decision, authority: GSSCode, arrivedOn: Day, teller: String?, in db: Database
    ) throws {
        let searchKey = SearchKey.least(in: arrivedOn.week) | Int64(decision.searchNumber)
        try db.execute(
            sql: """
                INSERT INTO moderated (searchKey, concern, authority, week, urgency, teller, voice, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                searchKey, decision.concern.description, authority.description, arrivedOn.week.number,
                decision.urgency.rawValue, teller, decision.voice.description, decision.text?.description,
            ])
        try Past.noteChange(in: db)
        if let text = decision.text {
            try db.execute(
                sql: "INSERT INTO moderatedText (rowid, text) VALUES (?, ?)", arguments: [searchKey, text.description])
        }
        for area in decision.areas {
            try db.execute(
                sql: "INSERT INTO moderatedArea (concern, area) VALUES (?, ?)",
                arguments: [decision.concern.description, area.rawValue])
        }
    }
}
