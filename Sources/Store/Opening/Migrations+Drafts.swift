internal import GRDB

extension Migrations {
    /// What moderators began to fill in about a concern and have not sent: closed, as it may hold a young person's words.
    static func drafts(_ db: Database) throws {
        try db.create(table: "draft", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("concern", onDelete: .cascade)
            t.column("author", .text).notNull().check { length($0) > 0 }  // an account's name, and no time
            t.column("sealed", .blob).notNull().check { length($0) > 0 }
            t.primaryKey(["concern", "author"])
        }
    }
}
