package import Concerns
internal import GRDB

extension Desk {
    /// Keeps a draft in place of the one that its author had, as long as the concern is open and its words are there.
    ///
    /// - Returns: whether it was kept; a draft about what is decided or erased helps nobody and would outlive the words.
    /// - Throws: ``StoreProblem``; then the former draft stands.
    package func keep(_ draft: SealedDraft) async throws(StoreProblem) -> Bool {
        do {
            return try await database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO draft (concern, author, sealed)
                        SELECT id, :author, :sealed FROM concern
                        WHERE id = :concern AND state IN ('waiting', 'held', 'escalated')
                            AND EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = id)
                        ON CONFLICT (concern, author) DO UPDATE SET sealed = excluded.sealed
                        """,
                    arguments: [
                        "author": draft.author, "sealed": draft.sealed, "concern": draft.concern.description,
                    ])
                return db.changesCount > 0
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The drafts about one concern, by their authors' names.
    ///
    /// - Throws: ``StoreProblem``.
    package func drafts(about concern: ConcernID) async throws(StoreProblem) -> [SealedDraft] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT author, sealed FROM draft WHERE concern = ? ORDER BY author",
                    arguments: [concern.description]
                ).map { SealedDraft(concern: concern, author: $0["author"], sealed: $0["sealed"]) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Takes a draft away at its author's wish.
    ///
    /// - Throws: ``StoreProblem``.
    package func dropDraft(about concern: ConcernID, of author: String) async throws(StoreProblem) {
        do {
            try await database.write { db in
                try db.execute(
                    sql: "DELETE FROM draft WHERE concern = ? AND author = ?",
                    arguments: [concern.description, author])
            }
        } catch {
            throw StoreProblem(error)
        }
        await database.clear(.inFile)
    }

    /// Erases the drafts that a decision ends, within its transaction: that of whoever decided, and everyone's once nothing
    /// is left to decide.
    ///
    /// - Returns: where they may still lie in the file.
    static func eraseDrafts(after decision: Decision, in db: Database) throws -> Traces {
        try db.execute(
            sql: "DELETE FROM draft WHERE concern = :concern AND (:isSettled OR author = :by)",
            arguments: [
                "concern": decision.concern.description,
                "isSettled": !ConcernState(after: decision.decision).isOpen, "by": decision.by,
            ])
        return db.changesCount > 0 ? .inFile : .none
    }
}
