internal import Concerns
internal import Foundation
internal import GRDB

/// What the oldest entry of the log follows, where those before it are gone because their term was over.
///
/// Without its proof, which only who has the chain's key can make, it would let anyone take entries off the front.
struct LogBeginning {
    let number: Int
    let hash: Data
    private let proof: Data

    private static func proof(of number: Int, _ hash: Data, _ chain: ChainHash) -> Data {
        chain(hash, ["ended through", "\(number)"])
    }

    private init(number: Int, hash: Data, proof: Data) {
        self.number = number
        self.hash = hash
        self.proof = proof
    }

    /// Nil where no entry is gone, also in a database from before entries ended.
    init?(in db: Database) throws {
        guard try db.tableExists("logBeginning"),
            let row = try Row.fetchOne(db, sql: "SELECT number, hash, proof FROM logBeginning")
        else { return nil }
        self.init(number: row["number"], hash: row["hash"], proof: row["proof"])
    }

    func isGenuine(_ chain: ChainHash) -> Bool { proof == Self.proof(of: number, hash, chain) }

    /// Takes the entries off the front that are older than `day`, up to the first that is not and never the newest.
    ///
    /// - Returns: how many.
    static func end(before day: Day, chain: ChainHash, in db: Database) throws -> Int {
        let newest = try LogHead(in: db).number
        let firstKept =
            try Int.fetchOne(
                db, sql: "SELECT number FROM logLine WHERE day >= ? ORDER BY number LIMIT 1",
                arguments: [day.description]) ?? newest
        let last = try Row.fetchOne(
            db, sql: "SELECT number, hash FROM logLine WHERE number < ? ORDER BY number DESC LIMIT 1",
            arguments: [min(firstKept, newest)])
        guard let last else { return 0 }
        let (number, hash): (Int, Data) = (last["number"], last["hash"])
        // The trigger keeps everyone else from it; it is back before anything else is done.
        try db.execute(sql: "DROP TRIGGER logLine_no_DELETE")
        try db.execute(sql: "DELETE FROM logLine WHERE number <= ?", arguments: [number])
        let count = db.changesCount
        try db.execute(
            sql: """
                CREATE TRIGGER logLine_no_DELETE BEFORE DELETE ON logLine
                BEGIN SELECT RAISE(ABORT, 'this table only grows'); END
                """)
        try db.execute(
            sql: "INSERT OR REPLACE INTO logBeginning (one, number, hash, proof) VALUES (1, ?, ?, ?)",
            arguments: [number, hash, proof(of: number, hash, chain)])
        return count
    }
}
