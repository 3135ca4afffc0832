internal import Concerns
internal import GRDB

extension Desk {
    /// Replaces what inspectors may read of an accepted concern, in the search too; the text before it is kept closed, and
    /// what was computed from counts is computed anew.
    ///
    /// - Parameter seen: as ``decide(_:after:)``.
    /// - Throws: ``ChangeRefused``; then nothing was changed.
    package func change(_ change: TextChange, after seen: Int) async throws(ChangeRefused) {
        guard !change.areas.isEmpty else { throw .needsArea }
        guard change.urgency != .spam else { throw .isSpam }
        do {
            try await database.write { db in try takeDown(change, after: seen, in: db) }
        } catch let refused as ChangeRefused {
            throw refused
        } catch is DecisionRefused {
            throw .noSuchConcern
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(.inIndex)
    }

    private func takeDown(_ change: TextChange, after seen: Int, in db: Database) throws {
        let concern = try ConcernToDecide(change.concern, in: db)
        let id = change.concern.description
        guard concern.hasWords else { throw ChangeRefused.isErased }
        guard concern.state == .accepted else { throw ChangeRefused.isNotAccepted }
        guard concern.changes == seen else { throw ChangeRefused.changedMeanwhile }
        try db.execute(
            sql: """
                INSERT INTO moderatedText (moderatedText, rowid, text)
                SELECT 'delete', searchKey, text FROM moderated WHERE concern = ? AND text IS NOT NULL
                """,
            arguments: [id])
        // A backup may hold the text as it was, with what should not have been left in.
        let former = try String.fetchOne(
            db, sql: "SELECT text FROM moderated WHERE concern = ? AND text IS NOT NULL", arguments: [id])
        if let former, let text = change.text, text.description != former {
            try log.erasures.note([NotedErasure(.readText, of: id, on: change.on)], in: db)
        }
        // What a young person lets only count is read by nobody, whatever was sent; what was withheld is read again as it is
        // written now.
        try db.execute(
            sql: """
                UPDATE moderated SET urgency = :urgency, text = CASE WHEN EXISTS (
                    SELECT 1 FROM concern WHERE id = :concern AND sharing = 'words') THEN coalesce(:text, text) END
                WHERE concern = :concern
                """,
            arguments: ["urgency": change.urgency.rawValue, "text": change.text?.description, "concern": id])
        try db.execute(
            sql: """
                INSERT INTO moderatedText (rowid, text)
                SELECT searchKey, text FROM moderated WHERE concern = ? AND text IS NOT NULL
                """,
            arguments: [id])
        try db.execute(sql: "DELETE FROM moderatedArea WHERE concern = ?", arguments: [id])
        try ModeratedRecord.insert(change.areas, of: change.concern, in: db)
        try Past.noteChange(in: db)
        try db.execute(
            sql: "UPDATE concern SET urgency = ? WHERE id = ?", arguments: [change.urgency.rawValue, id])
        try DeskNoteRecord.insert(
            change.former, as: .text, about: change.concern, by: change.by, on: change.on, in: db)
        try db.execute(
            sql: "DELETE FROM deskNote WHERE concern = ? AND kind = 'marks'", arguments: [id])
        try DeskNoteRecord.insert(
            change.marks, as: .marks, number: concern.lastDecision, about: change.concern, by: change.by,
            on: change.on, in: db)
        try log.append(LogLine(day: change.on, who: change.by, did: "changed text", about: id), in: db)
    }
}
