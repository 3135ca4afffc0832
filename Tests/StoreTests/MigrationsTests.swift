import Concerns
import Foundation
import GRDB
import Testing

@testable import Store

struct MigrationsTests {
    /// Rows as each step finds them, written in SQL, for what a later step must leave alone.
    @Test func `each step keeps the rows that were there before it`() throws {
        let rows = [
            "001 concerns": """
            INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words)
            VALUES ('abcdefghijklmnopqrstuvwxyz', 'web', 'words', '2026-11-24', 'concern', 'waiting', x'01');
            INSERT INTO concernKey VALUES ('abcdefghijklmnopqrstuvwxyz', x'02');
            INSERT INTO reply VALUES ('abcdefghijklmnopqrstuvwxyz', 1, '2026-11', x'03');
            """,
            "002 decisions": """
            INSERT INTO decision VALUES
            ('abcdefghijklmnopqrstuvwxyz', 1, 'accept', 'concern', 'looked-after', 'mo', '2026-11-24');
            """,
            "003 moderated concerns": """
            INSERT INTO moderated VALUES
            (1, 'abcdefghijklmnopqrstuvwxyz', 'E08000028', 2968, 'concern', NULL, 'v', 'nobody rings back');
            INSERT INTO moderatedText (rowid, text) VALUES (1, 'nobody rings back');
            """,
            "004 staff and log": """
            INSERT INTO logLine VALUES (1, '2026-11-24', 'mo', 'accept', 'x', zeroblob(32));
            """,
        ]
        let database = try DatabaseQueue()
        let migrator = Migrations.migrator
        for step in migrator.migrations {
            try migrator.migrate(database, upTo: step)
            try database.write { db in try rows[step].map { try db.execute(sql: $0) } }
        }
        try database.read { db in
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM concern JOIN concernKey ON concern = id") == 1)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM decision") == 1)
            let found = try String.fetchOne(
                db, sql: "SELECT text FROM moderatedText WHERE moderatedText MATCH 'rings'")
            #expect(found == "nobody rings back")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM logLine") == 1)
            // What was told before threads were is a first message that nobody took back, and its answer asks nothing.
            #expect(
                try Int.fetchOne(db, sql: "SELECT count(*) FROM concern WHERE thread IS NULL AND withdrawnOn IS NULL")
                    == 1)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM reply WHERE asks = 0") == 1)
        }
    }

    @Test(arguments: [
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('short', 'web', 'words', '2026-11-24', 'concern', 'waiting', x'01')",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'pigeon', 'words', '2026-11-24', 'concern', 'waiting', x'01')",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'web', 'words', '2026-11-24 21:55', 'concern', 'waiting', x'01')",
        "INSERT INTO concernKey VALUES ('abcdefghijklmnopqrstuvwxyz', x'02')",
        "INSERT INTO voiceCount VALUES ('E08000028', 'looked-after', 2900, 0)",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'web', 'words', '2026-11-24', 'concern', 'waiting', x'01'); INSERT INTO sending VALUES (x'01', zeroblob(32), 20000, 'abcdefghijklmnopqrstuvwxyz')",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'web', 'words', '2026-11-24', 'concern', 'waiting', x'01'); INSERT INTO sending VALUES (zeroblob(32), x'01', 20000, 'abcdefghijklmnopqrstuvwxyz')",
        "INSERT INTO sending VALUES (zeroblob(32), zeroblob(32), 20000, 'abcdefghijklmnopqrstuvwxyz')",
        "INSERT INTO frozenMonth VALUES ('E08000028', '2026-11-24')",
        "INSERT INTO quarantine VALUES ('short', '2026-11-24', 'email', NULL, NULL, 'r', NULL, x'01')",
        "INSERT INTO quarantine VALUES ('abcdefghijklmnopqrstuvwxyz', '2026-11-24 21:55', 'email', NULL, NULL, 'r', NULL, x'01')",
        "INSERT INTO quarantine VALUES ('abcdefghijklmnopqrstuvwxyz', '2026-11-24', 'email', NULL, 'soon', 'r', NULL, x'01')",
        "INSERT INTO quarantine VALUES ('abcdefghijklmnopqrstuvwxyz', '2026-11-24', 'email', NULL, NULL, 'r', 'lost', x'')",
        "INSERT INTO quarantine VALUES ('abcdefghijklmnopqrstuvwxyz', '2026-11-24', 'email', NULL, NULL, 'r', 'spam', x'01')",
        "INSERT INTO draft VALUES ('abcdefghijklmnopqrstuvwxyz', 'mo', x'01')",
        "INSERT INTO quarantineKey VALUES ('abcdefghijklmnopqrstuvwxyz', x'02')",
        "INSERT INTO importCount VALUES ('2026-11-24', 'watch', 'mo', 'imported', 'r', 0)",
        "INSERT INTO importCount VALUES ('2026-11-24 09:00', 'watch', 'mo', 'imported', 'r', 1)",
        "INSERT INTO importCount VALUES ('2026-11-24', 'post', 'mo', 'imported', 'r', 1)",
        "INSERT INTO sketch VALUES ('abcdefghijklmnopqrstuvwxyz', zeroblob(64))",
        "INSERT INTO sketchEdition VALUES ('a', 1)",
        "INSERT INTO withheld VALUES ('abcdefghijklmnopqrstuvwxyz', '2026-11-24')",
        "INSERT INTO missedIdentifier VALUES ('abcdefghijklmnopqrstuvwxyz', 'PERSON', 1)",
        "INSERT INTO decisionPace VALUES (2968, 'concern', '17 minutes', 1)",
    ])
    func `the schema refuses what the field does not know, and any time of day`(sql: String) throws {
        let records = try Records.inMemory()
        #expect(throws: DatabaseError.self) { try records.database.write { db in try db.execute(sql: sql) } }
    }

    @Test(arguments: [
        "SELECT * FROM concern WHERE state IN ('waiting', 'held', 'escalated')",
        "SELECT * FROM moderated WHERE authority = 'E08000028' ORDER BY searchKey DESC LIMIT 20",
        "SELECT 1 FROM logLine WHERE about = 'mo' AND day = '2026-11-24'",
        "SELECT * FROM receipt WHERE lookup = x'00'",
        "SELECT * FROM reply WHERE concern = 'x' ORDER BY number",
        "SELECT * FROM concern WHERE id = 'x' OR thread = 'x' ORDER BY thread IS NOT NULL, arrivedOn, id",
        "SELECT content FROM sending WHERE mark = x'00'",
        "DELETE FROM sending WHERE concern IN ('x')",
        "SELECT 1 FROM frozenMonth WHERE authority = 'E08000028' AND month >= '2026-12'",
        "SELECT hash FROM logLine ORDER BY number DESC LIMIT 1",
        "SELECT id FROM quarantine WHERE outcome IS NULL ORDER BY arrivedOn",
        "SELECT 1 FROM importMark WHERE mark = x'00'",
        "SELECT closed FROM sketchEdition JOIN sketch ON sketch.concern > beginning AND sketch.concern < beginning || '{' JOIN concern ON concern.id = sketch.concern WHERE beginning IN ('ab', 'cd')",
        "DELETE FROM sketch WHERE concern = 'x'",
        "SELECT author, sealed FROM draft WHERE concern = 'x' ORDER BY author",
        "SELECT * FROM importCount WHERE day >= '2026-11-24' ORDER BY day DESC, way, who, outcome, count DESC, reason",
    ])
    func `no listing reads a whole table`(sql: String) throws {
        let records = try Records.inMemory()
        try records.database.read { db in
            let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !sql.contains("hash FROM logLine") }, "\(plan)")
        }
    }

    @Test func `the queue goes by state, also past what was taken back`() throws {
        let records = try Records.inMemory()
        try records.database.read { db in
            let plan = try SQLRequest<Row>("EXPLAIN QUERY PLAN SELECT id FROM concern WHERE \(Desk.isAwaited)")
                .fetchAll(db).map { $0["detail"] as String }
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }

    @Test func `a search goes through the words, newest first, and sorts nothing`() throws {
        let records = try Records.inMemory()
        let week = try Day("2026-03-02").week
        let queries = [
            ConcernQuery(words: "damp"), ConcernQuery(from: week, through: week, words: "damp room"),
            ConcernQuery(area: .adoption, through: week, words: "damp"),
        ]
        for query in queries {
            let request = try #require(query.rows)
            try records.database.read { db in
                let plan = try SQLRequest<Row>("EXPLAIN QUERY PLAN \(request)").fetchAll(db)
                    .map { $0["detail"] as String }
                #expect(plan.first?.hasPrefix("SCAN moderatedText VIRTUAL TABLE") == true, "\(plan)")
                #expect(!plan.contains { $0.contains("FOR ORDER BY") }, "\(plan)")
            }
        }
    }
}
