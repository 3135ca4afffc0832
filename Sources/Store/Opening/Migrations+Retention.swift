internal import GRDB

extension Migrations {
    /// What was destroyed when its term was over, by day and kind, and what a backup and the log need for it.
    static func retention(_ db: Database) throws {
        // What was destroyed stays counted.
        try db.create(table: "destroyed", options: [.strict, .withoutRowID]) { t in
            t.column("day", .text).notNull().check { length($0) == 10 }
            t.column("kind", .text).notNull().check { length($0) > 0 }
            t.column("count", .integer).notNull().check { $0 > 0 }
            t.primaryKey(["day", "kind"])
        }
        try db.create(table: "retentionRun", options: [.strict]) { t in
            t.primaryKey("one", .integer).check { $0 == 1 }
            t.column("day", .text).notNull().check { length($0) == 10 }  // the newest night that was done whole
        }
        // The last of the log's entries whose term was over, which the oldest that is left follows.
        try db.create(table: "logBeginning", options: [.strict]) { t in
            t.primaryKey("one", .integer).check { $0 == 1 }
            t.column("number", .integer).notNull()
            t.column("hash", .blob).notNull().check { length($0) == 32 }
            t.column("proof", .blob).notNull().check { length($0) == 32 }
        }
        // Only in backups: when they were made, since they age too.
        try db.create(table: "backupMade", options: [.strict]) { t in
            t.primaryKey("one", .integer).check { $0 == 1 }
            t.column("day", .text).notNull().check { length($0) == 10 }
        }
    }
}
