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
        }
    }

    @Test(arguments: [
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('short', 'web', 'words', '2026-11-24', 'concern', 'waiting', x'01')",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'pigeon', 'words', '2026-11-24', 'concern', 'waiting', x'01')",
        "INSERT INTO concern (id, channel, sharing, arrivedOn, urgency, state, words) VALUES ('abcdefghijklmnopqrstuvwxyz', 'web', 'words', '2026-11-24 21:55', 'concern', 'waiting', x'01')",
        "INSERT INTO concernKey VALUES ('abcdefghijklmnopqrstuvwxyz', x'02')",
        "INSERT INTO voiceCount VALUES ('E08000028', 'looked-after', 2900, 0)",
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
        "SELECT hash FROM logLine ORDER BY number DESC LIMIT 1",
    ])
    func `no listing reads a whole table`(sql: String) throws {
        let records = try Records.inMemory()
        try records.database.read { db in
            let plan = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
            #expect(!plan.contains { $0.hasPrefix("SCAN") && !sql.contains("hash FROM logLine") }, "\(plan)")
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
