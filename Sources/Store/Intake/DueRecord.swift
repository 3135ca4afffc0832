internal import Foundation
internal import GRDB

/// What a sealed due time leaves in the database.
enum DueRecord {
    static func insert(_ due: NewDue, of concern: String, into db: Database) throws {
        try db.executePrepared(
            "INSERT INTO dueKey (id, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING", [due.keyID, due.sealedKey])
        try db.executePrepared(
            "INSERT INTO due (concern, key, sealed) VALUES (?, ?, ?)", [concern, due.keyID, due.sealed])
    }
}
