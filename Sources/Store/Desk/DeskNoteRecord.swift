package import Concerns
internal import GRDB

/// A row of `deskNote`; callers of ``Desk`` see ``DeskNote``.
enum DeskNoteRecord {
    /// - Parameter number: that of the decision it belongs to; nil for the next of its kind.
    /// - Returns: its number.
    @discardableResult static func insert(
        _ note: SealedNote, as kind: DeskNoteKind, number: Int? = nil, about id: ConcernID, by name: String,
        on day: Day,
        in db: Database
    ) throws -> Int {
        let inserted = try Int.fetchOne(
            db,
            sql: """
                INSERT INTO deskNote (concern, kind, number, key, sealed, writtenBy, writtenOn)
                SELECT :concern, :kind, coalesce(:number, 1 + (
                    SELECT coalesce(max(number), 0) FROM deskNote WHERE concern = :concern AND kind = :kind
                )), :key, :sealed, :by, :day
                RETURNING number
                """,
            arguments: [
                "concern": id.description, "kind": kind.rawValue, "number": number, "key": note.key,
                "sealed": note.sealed, "by": name, "day": day.description,
            ])
        guard let inserted else { throw StoreProblem.refused }
        return inserted
    }

    static func all(about id: ConcernID, in db: Database) throws -> [DeskNote] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM deskNote WHERE concern = ? ORDER BY kind, number", arguments: [id.description]
        ).map { row in
            DeskNote(
                kind: try row.choice("kind"), number: row["number"],
                note: SealedNote(sealed: row["sealed"], key: row["key"]), by: row["writtenBy"],
                on: try row.day("writtenOn"))
        }
    }
}

/// What the desk wrote down about an original; it is erased with the original's key.
package struct DeskNote: Sendable {
    package let kind: DeskNoteKind
    /// The decision it belongs to, for what is held and accepted; else its place among those of its kind, from 1.
    package let number: Int
    package let note: SealedNote
    package let by: String
    package let on: Day
}
