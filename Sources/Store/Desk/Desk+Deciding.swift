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
        let traces: Traces
        do {
            traces = try await database.write { db in
                try takeDown(decision, after: seen, in: db)
            }
        } catch let refused as DecisionRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(traces)
    }

    /// - Returns: where words that were erased may still lie.
    private func takeDown(_ decision: Decision, after seen: Int, in db: Database) throws -> Traces {
        let concern = try ConcernToDecide(decision.concern, in: db)
        try concern.check(decision, after: seen)
        try record(decision, as: seen + 1, in: db)
        if seen == 0 { try notePace(of: decision, in: db) }
        if decision.decision == .accept, let authority = decision.authority {
            try accept(decision, about: authority, concern, in: db)
        }
        // What was taken back was kept for safety only; once a person has refused it, nothing keeps it any longer.
        let isErased = concern.isWithdrawn && decision.decision == .refuse
        let drafts = try Self.eraseDrafts(after: decision, in: db)
        let traces = try Erasure(
            concerns: isErased ? [decision.concern.description] : [], thread: concern.threadID.description
        ).carryOut(in: db)
        if let reply = decision.reply {
            try db.execute(
                sql: """
                    INSERT INTO reply (concern, number, writtenIn, sealed, asks)
                    SELECT :first, 1 + count(*), :month, :sealed, :asks FROM reply WHERE concern = :first
                    """,
                arguments: [
                    "first": concern.threadID.description, "month": decision.on.month.description, "sealed": reply,
                    "asks": decision.asks,
                ])
        }
        try log.append(
            LogLine(
                day: decision.on, who: decision.by, did: decision.decision.rawValue,
                about: decision.concern.description),
            in: db)
        return traces == .none ? drafts : traces
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
        try db.execute(
            sql:
                "UPDATE concern SET state = ?, urgency = ?, authority = coalesce(?, authority), decidedOn = ? WHERE id = ?",
            arguments: [
                ConcernState(after: decision.decision).rawValue, decision.urgency.rawValue,
                decision.authority?.description, decision.on.description, id,
            ])
    }
}
