internal import GRDB

extension Migrations {
    /// What mail and letters need: what cannot be taken as it came waits, closed, for a moderator; and what each import
    /// made of what it found is counted.
    static func inbox(_ db: Database) throws {
        try db.create(table: "quarantine", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("id", .text).check { length($0) == 26 }  // random; a concern made of it takes it over
            t.column("arrivedOn", .text).notNull().check { length($0) == 10 }  // a day, never a time
            t.column("channel", .text).notNull().check {
                ["web", "advocate", "email", "sms", "paper"].contains($0)
            }
            t.column("authority", .text).check { length($0) == 9 }  // null: not known
            t.column("urgency", .text).check {  // null: nothing of it could be read
                ["danger_now", "safeguarding", "concern", "praise", "spam"].contains($0)
            }
            t.column("reason", .text).notNull().check { length($0) > 0 }  // our own sentence, and nobody's words
            // Null: it waits for a moderator.
            t.column("outcome", .text).indexed().check {
                ["taken", "no-message", "spam", "unreadable"].contains($0)
            }
            t.column("source", .blob).notNull()  // sealed, whole as it came; last, as it may be long
            t.check(sql: "outcome IS NULL OR length(source) = 0")
        }
        // Apart, as a concern's key is: erasing one small row erases the source wherever a copy of it lies.
        try db.create(table: "quarantineKey", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("quarantined", .text).references("quarantine", onDelete: .cascade)
            t.column("sealed", .blob).notNull()
        }
        try db.create(table: "importCount", options: [.strict, .withoutRowID]) { t in
            t.column("day", .text).notNull().check { length($0) == 10 }
            t.column("way", .text).notNull().check { ["command", "watch", "upload"].contains($0) }
            t.column("who", .text).notNull()
            t.column("outcome", .text).notNull()
            t.column("reason", .text).notNull()
            t.column("count", .integer).notNull().check { $0 > 0 }
            t.primaryKey(["day", "way", "who", "outcome", "reason"])
        }
    }
}
