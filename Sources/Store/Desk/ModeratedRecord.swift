internal import Concerns
internal import GRDB

/// What an accepted concern leaves for inspectors and signals; whoever changes it tells the index of words too.
enum ModeratedRecord {
    /// Takes concerns out of search, list and counts.
    ///
    /// - Returns: whether their words were in the index, where they may lie until it is merged.
    static func remove(_ concerns: [String], in db: Database) throws -> Bool {
        // The index of words holds no text of its own: it must be told which words to forget, before they are gone.
        try db.execute(
            literal: """
                INSERT INTO moderatedText (moderatedText, rowid, text)
                SELECT 'delete', searchKey, text FROM moderated WHERE concern IN \(concerns) AND text IS NOT NULL
                """)
        let wereIndexed = db.changesCount > 0
        try db.execute(literal: "DELETE FROM moderatedArea WHERE concern IN \(concerns)")
        try db.execute(literal: "DELETE FROM moderated WHERE concern IN \(concerns)")
        if db.changesCount > 0 { try Past.noteChange(in: db) }
        return wereIndexed
    }

    /// Takes a concern's words away from inspectors and out of their search until they are written anew; it counts as before.
    ///
    /// - Returns: whether there were any.
    static func withhold(_ concern: String, since day: Day, in db: Database) throws -> Bool {
        try db.execute(
            literal: """
                INSERT INTO moderatedText (moderatedText, rowid, text)
                SELECT 'delete', searchKey, text FROM moderated WHERE concern = \(concern) AND text IS NOT NULL
                """)
        try db.execute(literal: "UPDATE moderated SET text = NULL WHERE concern = \(concern) AND text IS NOT NULL")
        guard db.changesCount > 0 else { return false }
        try db.execute(
            sql: "INSERT OR IGNORE INTO withheld (concern, since) VALUES (?, ?)",
            arguments: [concern, day.description])
        return true
    }

    static func insert(_ areas: [JudgementArea], of concern: ConcernID, in db: Database) throws {
        for area in areas {
            try db.execute(
                sql: "INSERT INTO moderatedArea (concern, area) VALUES (?, ?)",
                arguments: [concern.description, area.rawValue])
        }
    }
}
