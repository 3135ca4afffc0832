internal import Concerns
internal import Foundation
internal import GRDB

/// What an arriving concern leaves in the database; callers of the handles see values.
enum ConcernRecord {
    /// Inserts a concern with all that belongs to it.
    ///
    /// It looks before it writes, so that a concern which is not kept leaves nothing to undo.
    static func insert(_ concern: NewConcern, into db: Database) throws -> Kept {
        if let mark = concern.importMark, try ImportMark.isKnown(mark, in: db) { return .alreadyThere }
        if let former = try formerSending(of: concern, in: db) { return former }
        if let mark = concern.importMark { try ImportMark.insert(mark, into: db) }
        let id = concern.id.description
        try db.executePrepared(
            """
            INSERT INTO concern (id, authority, channel, teller, sharing, arrivedOn, urgency, state, words, replyKey, thread)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)
            """,
            [
                id, concern.authority?.description, concern.channel.rawValue, concern.teller?.rawValue,
                concern.sharing.rawValue, concern.arrivedOn.description, concern.urgency.rawValue, concern.words,
                concern.receipt?.replyKey, concern.thread?.description,
            ])
        try db.executePrepared("INSERT INTO concernKey (concern, sealed) VALUES (?, ?)", [id, concern.key])
        if let sketch = concern.sketch {
            try db.executePrepared("INSERT INTO sketch (concern, closed) VALUES (?, ?)", [id, sketch])
        }
        if let due = concern.due { try DueRecord.insert(due, of: id, into: db) }
        if let thread = concern.thread {
            // Whatever was asked is answered.
            try db.executePrepared("UPDATE reply SET asks = 0 WHERE concern = ?", [thread.description])
        }
        if let receipt = concern.receipt {
            try db.executePrepared(
                "INSERT INTO receipt (lookup, cost, concern) VALUES (?, ?, ?)", [receipt.lookup, receipt.cost, id])
        }
        if let sending = concern.sending {
            try db.executePrepared(
                "INSERT INTO sending (mark, content, epoch, concern) VALUES (?, ?, ?, ?)",
                [sending.mark, sending.content, sending.epoch, id])
        }
        return .kept
    }

    /// What to say when the same form was kept before; nil for a form that was not.
    private static func formerSending(of concern: NewConcern, in db: Database) throws -> Kept? {
        guard let sending = concern.sending else { return nil }
        let former = try Data.fetchOne(db, sql: "SELECT content FROM sending WHERE mark = ?", arguments: [sending.mark])
        if let former { return former == sending.content ? .alreadyThere : .otherWords }
        // Taking back deletes the mark, and the receipt stays. To say that it is there would be untrue: its words are gone.
        guard let receipt = concern.receipt else { return nil }
        return try db.findsPrepared("SELECT 1 FROM receipt WHERE lookup = ?", [receipt.lookup]) ? .otherWords : nil
    }
}

/// By what an entry of an inbox is known again, whether a concern was made of it or it was quarantined.
enum ImportMark {
    static func isKnown(_ mark: Data, in db: Database) throws -> Bool {
        try db.findsPrepared("SELECT 1 FROM importMark WHERE mark = ?", [mark])
    }

    static func insert(_ mark: Data, into db: Database) throws {
        try db.executePrepared("INSERT INTO importMark (mark) VALUES (?)", [mark])
    }
}
