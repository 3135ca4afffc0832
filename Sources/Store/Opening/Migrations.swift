internal import GRDB

/// The shape of the database, in steps that are never edited once shipped.
///
/// Ids are random text and concerns have no row numbers, so that the order of rows tells nothing of who wrote when. Where a
/// row's pages lie in the file may still tell who wrote earlier, until a `VACUUM` lays them out anew; the log's lines are
/// numbered. Days are text, weeks are numbers (`Concerns.Week`); nothing finer is kept. Steps speak in strings and name no
/// Swift type.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 concerns") { db in try concerns(db) }
        migrator.registerMigration("002 decisions") { db in try decisions(db) }
        migrator.registerMigration("003 moderated concerns") { db in try moderated(db) }
        migrator.registerMigration("004 staff and log") { db in try staff(db) }
        migrator.registerMigration("005 re-inspection") { db in try reinspection(db) }
        migrator.registerMigration("006 coming back") { db in try comingBack(db) }
        migrator.registerMigration("007 inbox") { db in try inbox(db) }
        migrator.registerMigration("009 drafts") { db in try drafts(db) }
        migrator.registerMigration("013 sketches") { db in try sketches(db) }
        migrator.registerMigration("011 second coding") { db in try secondCoding(db) }
        migrator.registerMigration("008 due times") { db in try dueTimes(db) }
        return migrator
    }

    private static func concerns(_ db: Database) throws {
        try db.create(table: "probe", options: [.strict]) { t in
            t.primaryKey("one", .integer).check { $0 == 1 }
        }
        try db.create(table: "concern", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("id", .text).check { length($0) == 26 }
            t.column("authority", .text).check { length($0) == 9 }  // null: the young person did not say
            t.column("channel", .text).notNull().check {
                ["web", "advocate", "email", "sms", "paper"].contains($0)
            }
            t.column("teller", .text).check { ["in-care", "care-leaver", "worried-other"].contains($0) }
            t.column("sharing", .text).notNull().check { ["words", "counted"].contains($0) }
            t.column("arrivedOn", .text).notNull().check { length($0) == 10 }  // a day, never a time
            t.column("urgency", .text).notNull().check {
                ["danger_now", "safeguarding", "concern", "praise", "spam"].contains($0)
            }
            t.column("state", .text).notNull().indexed().check {
                ["waiting", "held", "escalated", "accepted", "refused"].contains($0)
            }
            t.column("decidedOn", .text).check { length($0) == 10 }
            t.column("words", .blob).notNull()  // sealed under the concern's own key
            t.column("replyKey", .blob)  // null: there is no receipt
        }
        // Apart, so that erasing one small row erases the words wherever a copy of them lies.
        try db.create(table: "concernKey", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("concern", .text).references("concern", onDelete: .cascade)
            t.column("sealed", .blob).notNull()
        }
        try db.create(table: "receipt", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("lookup", .blob).check { length($0) == 32 }  // a slow derivation, never the receipt
            t.column("cost", .text).notNull()
            t.column("concern", .text).notNull().unique().references("concern", onDelete: .cascade)
        }
        try db.create(table: "reply", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("concern", onDelete: .cascade)
            t.column("number", .integer).notNull()
            t.column("writtenIn", .text).notNull().check { length($0) == 7 }  // a month
            t.column("sealed", .blob).notNull()
            t.primaryKey(["concern", "number"])
        }
        try db.create(table: "importMark", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("mark", .blob).check { length($0) == 32 }  // a keyed hash of the mail
        }
    }

    private static func decisions(_ db: Database) throws {
        try db.create(table: "decision", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("concern")
            t.column("number", .integer).notNull()
            t.column("decision", .text).notNull().check { ["accept", "hold", "escalate", "refuse"].contains($0) }
            t.column("urgency", .text).notNull()
            t.column("areas", .text).notNull()
            t.column("decidedBy", .text).notNull()
            t.column("decidedOn", .text).notNull().check { length($0) == 10 }
            t.primaryKey(["concern", "number"])
        }
        try forbidChanges(db, of: "decision")
    }

    private static func moderated(_ db: Database) throws {
        try db.create(table: "moderated", options: [.strict]) { t in
            // Week of arrival times 2^32 and a random part: newest first by week, and nothing finer.
            t.primaryKey("searchKey", .integer)
            t.column("concern", .text).notNull().unique().references("concern", onDelete: .cascade)
            t.column("authority", .text).notNull()
            t.column("week", .integer).notNull()  // of arrival
            t.column("urgency", .text).notNull()
            t.column("teller", .text)
            t.column("voice", .text).notNull()
            t.column("text", .text)  // null: the young person lets it count, and no more
        }
        try db.create(index: "moderatedByAuthority", on: "moderated", columns: ["authority", "searchKey"])
        try db.create(table: "moderatedArea", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("concern", onDelete: .cascade)
            t.column("area", .text).notNull()
            t.primaryKey(["concern", "area"])
        }
        // No triggers keep it: with an untrusted schema SQLite refuses virtual tables in them. Whoever writes a moderated
        // text writes it here too, in the same transaction.
        try db.create(virtualTable: "moderatedText", using: FTS5()) { t in
            t.tokenizer = .unicode61()
            t.content = "moderated"
            t.contentRowID = "searchKey"
            t.column("text")
        }
        // What remains of concerns whose words are gone, and the past before the first concern.
        try db.create(table: "voiceCount", options: [.strict, .withoutRowID]) { t in
            t.column("authority", .text).notNull()
            t.column("area", .text).notNull()
            t.column("week", .integer).notNull()
            t.column("voices", .integer).notNull().check { $0 > 0 }
            t.primaryKey(["authority", "area", "week"])
        }
        // One row, whose number grows with every change of the counts.
        try db.create(table: "voicesEdition", options: [.strict]) { t in
            t.primaryKey("one", .integer).check { $0 == 1 }
            t.column("number", .integer).notNull()
        }
        try db.execute(sql: "INSERT INTO voicesEdition (one, number) VALUES (1, 0)")
    }

    private static func staff(_ db: Database) throws {
        try db.create(table: "account", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("name", .text)
            t.column("role", .text).notNull().check {
                ["advocate", "moderator", "lead-moderator", "inspector", "planner", "administrator"].contains($0)
            }
            t.column("password", .text).notNull()  // a slow derivation with its parameters
            t.column("secondFactor", .blob).notNull()  // sealed under a key outside the database
            t.column("lastStep", .integer).notNull()  // of the second factor; each step is used once
            t.column("teamKey", .blob)  // the team's private key, closed with this person's password
            t.column("isDisabled", .integer).notNull().check { [0, 1].contains($0) }
        }
        try db.create(table: "logLine", options: [.strict]) { t in
            t.primaryKey("number", .integer)
            t.column("day", .text).notNull().check { length($0) == 10 }
            t.column("who", .text).notNull()
            t.column("did", .text).notNull()
            t.column("about", .text).notNull()
            t.column("hash", .blob).notNull().check { length($0) == 32 }
        }
        try db.create(index: "logLineAbout", on: "logLine", columns: ["about"])
        try forbidChanges(db, of: "logLine")
    }

    private static func reinspection(_ db: Database) throws {
        try db.create(table: "statement", options: [.strict, .withoutRowID]) { t in
            t.column("caseID", .text).notNull()
            t.column("number", .integer).notNull()
            t.column("submittedOn", .text).notNull().check { length($0) == 10 }
            t.column("enteredBy", .text).notNull()
            t.column("enteredOn", .text).notNull().check { length($0) == 10 }
            t.primaryKey(["caseID", "number"])
        }
        try forbidChanges(db, of: "statement")
    }

    /// Makes a table one that only grows; the table's name is the migrations' own.
    static func forbidChanges(_ db: Database, of table: String) throws {
        for change in ["UPDATE", "DELETE"] {
            try db.execute(
                sql: """
                    CREATE TRIGGER \(table)_no_\(change) BEFORE \(change) ON \(table)
                    BEGIN SELECT RAISE(ABORT, 'this table only grows'); END
                    """)
        }
    }
}
