internal import GRDB

extension Migrations {
    /// By when a concern should be decided: a minute, and so only sealed, and erased with what makes the concern one that no
    /// longer waits, whoever writes that.
    static func dueTimes(_ db: Database) throws {
        try db.create(table: "dueKey", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("id", .blob).check { length($0) == 16 }  // random
            t.column("sealed", .blob).notNull()  // to the moderators
        }
        try db.create(table: "due", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("concern", .text).references("concern", onDelete: .cascade)
            t.column("key", .blob).notNull().indexed().references("dueKey")
            t.column("sealed", .blob).notNull().check { length($0) == 36 }  // always as long, whatever the minute
        }
        try db.execute(
            sql: """
                CREATE TRIGGER due_decided AFTER UPDATE OF state ON concern WHEN new.state IN ('accepted', 'refused')
                BEGIN DELETE FROM due WHERE concern = new.id; END;
                CREATE TRIGGER due_erased AFTER DELETE ON concernKey
                BEGIN DELETE FROM due WHERE concern = old.concern; END;
                """)
    }
}
