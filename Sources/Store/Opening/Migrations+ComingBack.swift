internal import GRDB

extension Migrations {
    /// What lets a young person come back: more messages under one receipt, taking words back, being asked something,
    /// being told that it helped; and what children may read of their council's figures.
    static func comingBack(_ db: Database) throws {
        try db.alter(table: "concern") { t in
            // Null: it is the first of its thread. Only the first has a receipt, and so a key for replies.
            t.add(column: "thread", .text).references("concern", onDelete: .cascade)
                .check(sql: "thread IS NULL OR (replyKey IS NULL AND thread <> id)")
            t.add(column: "withdrawnOn", .text).check { length($0) == 10 }
            // Null: nobody has noted that it helped decide what inspectors look at.
            t.add(column: "helpedOn", .text)
                .check(sql: "helpedOn IS NULL OR (length(helpedOn) = 10 AND state = 'accepted')")
        }
        try db.create(index: "concernByThread", on: "concern", columns: ["thread"])
        try db.alter(table: "reply") { t in
            t.add(column: "asks", .integer).notNull().defaults(to: 0).check { [0, 1].contains($0) }
        }
        // Keyed hashes of a form's own number and of its words, kept for as long as the form can be sent again.
        try db.create(table: "sending", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("mark", .blob).check { length($0) == 32 }
            t.column("content", .blob).notNull().check { length($0) == 32 }
            t.column("epoch", .integer).notNull()
            // What came of it, so that taking it back takes this too. Beside the period it tells the very day, also of a small
            // council's concern, for the two days that the row lives.
            t.column("concern", .text).notNull().indexed().references("concern", onDelete: .cascade)
        }
        try publicFigures(db)
    }

    private static func publicFigures(_ db: Database) throws {
        // Apart from the bands, as a month may be frozen with none.
        try db.create(table: "frozenMonth", options: [.strict, .withoutRowID]) { t in
            t.column("authority", .text).notNull()
            t.column("month", .text).notNull().check { length($0) == 7 }
            t.primaryKey(["authority", "month"])
        }
        try forbidChanges(db, of: "frozenMonth")
        try db.create(table: "publicFigure", options: [.strict, .withoutRowID]) { t in
            t.column("authority", .text).notNull()
            t.column("month", .text).notNull()
            t.column("area", .text).notNull()
            t.column("band", .text).notNull().check { ["10", "20", "50", "100"].contains($0) }
            t.primaryKey(["authority", "month", "area"])
            t.foreignKey(["authority", "month"], references: "frozenMonth")
        }
        try forbidChanges(db, of: "publicFigure")
    }
}
