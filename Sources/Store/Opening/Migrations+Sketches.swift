internal import GRDB

extension Migrations {
    /// By what copies of a concern are found: a sketch that only a secret outside the database opens.
    ///
    /// It is a row of the concern's key: whatever erases the key erases it too.
    static func sketches(_ db: Database) throws {
        try db.create(table: "sketch", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("concern", .text).references("concernKey", onDelete: .cascade)
            t.column("closed", .blob).notNull().check { length($0) == 64 }
        }
        // For the beginning of numbers, which are random, how often their sketches changed: whoever holds all in memory reads
        // again only what changed. Neither it nor the order of rows tells when something came.
        try db.create(table: "sketchEdition", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("beginning", .text).check { length($0) == 2 }
            t.column("number", .integer).notNull()
        }
        for (change, row) in [("INSERT", "new"), ("DELETE", "old")] {
            try db.execute(
                sql: """
                    CREATE TRIGGER sketch_edition_\(change) AFTER \(change) ON sketch BEGIN
                        INSERT INTO sketchEdition (beginning, number) VALUES (substr(\(row).concern, 1, 2), 1)
                        ON CONFLICT (beginning) DO UPDATE SET number = number + 1;
                    END
                    """)
        }
    }
}
