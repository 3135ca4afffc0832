internal import GRDB

extension Migrations {
    /// Why something was held or refused and until when, what was passed on to protect someone, what was undone, split off
    /// or merged, and what the desk wrote down about an original.
    static func decisionGrounds(_ db: Database) throws {
        try db.alter(table: "concern") { t in
            // From this day on a held concern waits like any other; null: nobody said until when.
            t.add(column: "heldUntil", .text)
                .check(sql: "heldUntil IS NULL OR (length(heldUntil) = 10 AND state = 'held')")
        }
        // What the queue shows of what waits, apart from the words: without it, each of 50,000 costs the pages that these fill.
        try db.create(
            index: "concernAwaited", on: "concern",
            columns: [
                "state", "urgency", "arrivedOn", "authority", "channel", "teller", "thread", "withdrawnOn", "heldUntil",
                "id",
            ],
            condition: ["waiting", "held", "escalated"].contains(Column("state")))
        try db.create(table: "decisionReason", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull()
            t.column("number", .integer).notNull()
            t.column("reason", .text).notNull().check { length($0) > 0 }  // a key of decisions.yaml, and no words
            t.column("until", .text).check { length($0) == 10 }
            t.primaryKey(["concern", "number"])
            t.foreignKey(["concern", "number"], references: "decision")
        }
        try forbidChanges(db, of: "decisionReason")
        try db.create(table: "undone", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull()
            t.column("number", .integer).notNull()
            t.column("undoneBy", .text).notNull()
            t.column("undoneOn", .text).notNull().check { length($0) == 10 }  // a day; the window is kept in memory
            t.primaryKey(["concern", "number"])
            t.foreignKey(["concern", "number"], references: "decision")
        }
        try forbidChanges(db, of: "undone")
        try db.create(table: "split", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("part", .text).references("concern", onDelete: .cascade)
            t.column("concern", .text).notNull().indexed().references("concern", onDelete: .cascade)
        }
        try db.create(table: "merged", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("thread", .text).references("concern", onDelete: .cascade)
            t.column("target", .text).notNull().indexed().references("concern", onDelete: .cascade)
            t.column("formerVoice", .text)  // null: none of the thread was accepted yet
            t.check(sql: "thread <> target")
        }
        // What is about an original goes with its key, in the same statement.
        try db.create(table: "deskNote", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("concernKey", onDelete: .cascade)
            t.column("kind", .text).notNull().check { ["hold", "split", "text", "marks"].contains($0) }
            t.column("number", .integer).notNull()
            t.column("key", .blob).notNull()
            t.column("sealed", .blob).notNull()
            t.column("writtenBy", .text).notNull()
            t.column("writtenOn", .text).notNull().check { length($0) == 10 }
            t.primaryKey(["concern", "kind", "number"])
        }
        try safeguarding(db)
    }

    /// Apart from the originals and under keys of its own, as it is kept on a term of its own: what was done about a danger
    /// may be asked about when the words have long been erased.
    private static func safeguarding(_ db: Database) throws {
        try db.create(table: "safeguardingRecord", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("id", .text).check { length($0) == 26 }  // random
            t.column("concern", .text).notNull()
            t.column("number", .integer).notNull()
            t.column("route", .text).notNull().check { length($0) > 0 }  // a key of decisions.yaml
            t.column("passesIdentity", .integer).notNull().check { [0, 1].contains($0) }
            t.column("writtenBy", .text).notNull()
            t.column("writtenOn", .text).notNull().check { length($0) == 10 }
            t.column("sealed", .blob).notNull()
            t.foreignKey(["concern", "number"], references: "decision")
        }
        try db.create(
            index: "safeguardingRecordByConcern", on: "safeguardingRecord", columns: ["concern", "number"])
        try db.create(table: "secondOpinion", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("record", .text).references("safeguardingRecord", onDelete: .cascade)
            t.column("agrees", .integer).notNull().check { [0, 1].contains($0) }
            t.column("writtenBy", .text).notNull()
            t.column("writtenOn", .text).notNull().check { length($0) == 10 }
            t.column("sealed", .blob).notNull()
        }
        try db.create(table: "safeguardingKey", options: [.strict, .withoutRowID]) { t in
            t.column("record", .text).notNull().references("safeguardingRecord", onDelete: .cascade)
            t.column("part", .text).notNull().check { ["record", "opinion"].contains($0) }
            t.column("sealed", .blob).notNull()
            t.primaryKey(["record", "part"])
        }
    }
}
