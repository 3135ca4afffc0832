internal import GRDB

extension Migrations {
    /// What measures the desk: concerns coded twice, what the second reader found left in, and how soon decisions came.
    static func secondCoding(_ db: Database) throws {
        try db.create(table: "secondReading", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("concern", .text).references("concern", onDelete: .cascade)
            t.column("chosenOn", .text).notNull().check { length($0) == 10 }
            t.column("firstUrgency", .text).notNull()
            t.column("firstAreas", .text).notNull()
            t.column("firstBy", .text).notNull()
            // Null: nobody has read it a second time.
            t.column("urgency", .text)
            t.column("areas", .text)
            t.column("readBy", .text).check(sql: "readBy <> firstBy")
            t.column("readOn", .text).check { length($0) == 10 }
            // Whether inspectors could read its words then, so that something could have been left in.
            t.column("hadText", .integer).check { [0, 1].contains($0) }
            // Null: both readings said the same, or nobody has noted what came of talking about it.
            t.column("settledUrgency", .text)
            t.column("settledAreas", .text)
            t.column("settledBy", .text)
            t.column("settledOn", .text).check { length($0) == 10 }
            t.check(
                sql: """
                    (urgency IS NULL) = (readOn IS NULL) AND (areas IS NULL) = (readOn IS NULL)
                    AND (readBy IS NULL) = (readOn IS NULL) AND (hadText IS NULL) = (readOn IS NULL)
                    """)
            t.check(
                sql: """
                    (settledUrgency IS NULL) = (settledOn IS NULL) AND (settledAreas IS NULL) = (settledOn IS NULL)
                    AND (settledBy IS NULL) = (settledOn IS NULL)
                    """)
            t.check(sql: "settledOn IS NULL OR readOn IS NOT NULL")
        }
        try db.execute(
            sql: """
                CREATE INDEX secondReadingAwaited ON secondReading (chosenOn) WHERE readOn IS NULL;
                CREATE INDEX secondReadingDone ON secondReading (readOn) WHERE readOn IS NOT NULL;
                """)
        try db.create(table: "missedIdentifier", options: [.strict, .withoutRowID]) { t in
            t.column("concern", .text).notNull().references("secondReading", onDelete: .cascade)
            t.column("kind", .text).notNull()
            t.column("count", .integer).notNull().check { $0 > 0 }  // of different words; the words are nowhere
            t.primaryKey(["concern", "kind"])
        }
        // Accepted concerns whose words were taken away from inspectors until somebody takes out what was left in.
        try db.create(table: "withheld", options: [.strict, .withoutRowID]) { t in
            t.primaryKey("concern", .text).references("concern", onDelete: .cascade)
            t.column("since", .text).notNull().check { length($0) == 10 }
        }
        // Whoever writes the words anew, or takes the concern away from inspectors altogether, has done what it waited for.
        try db.execute(
            sql: """
                CREATE TRIGGER withheldUntilChanged AFTER UPDATE OF text ON moderated WHEN NEW.text IS NOT NULL
                BEGIN DELETE FROM withheld WHERE concern = NEW.concern; END;
                CREATE TRIGGER withheldUntilWritten AFTER INSERT ON moderated WHEN NEW.text IS NOT NULL
                BEGIN DELETE FROM withheld WHERE concern = NEW.concern; END;
                CREATE TRIGGER withheldUntilGone AFTER DELETE ON moderated
                BEGIN DELETE FROM withheld WHERE concern = OLD.concern; END;
                """)
        try db.create(table: "decisionPace", options: [.strict, .withoutRowID]) { t in
            t.column("week", .integer).notNull()  // of the decision
            t.column("urgency", .text).notNull()
            t.column("pace", .text).notNull().check {
                ["within-target", "up-to-twice", "later", "unknown"].contains($0)
            }
            t.column("count", .integer).notNull().check { $0 > 0 }
            t.primaryKey(["week", "urgency", "pace"])
        }
        // Who did how much on the last days is asked without reading the whole log.
        try db.create(index: "logLineByDayOfWork", on: "logLine", columns: ["day", "did", "who", "about"])
    }
}
