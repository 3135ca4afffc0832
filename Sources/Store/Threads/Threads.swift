internal import Concerns
package import Foundation
internal import GRDB

/// What a receipt's holder may see of their own thread, and do with it.
package struct Threads: Sendable {
    let database: any DatabaseWriter
    let log: Log

    init(_ records: Records, log: Log) {
        database = records.database
        self.log = log
    }

    /// The thread that a receipt's derivation finds, or nil.
    ///
    /// - Throws: ``StoreProblem``.
    package func thread(lookup: Data) async throws(StoreProblem) -> ConcernThread? {
        do {
            return try await database.read { db in
                let first = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT concern.id, authority, teller, sharing FROM receipt
                        JOIN concern ON concern.id = receipt.concern WHERE lookup = ?
                        """,
                    arguments: [lookup])
                return try first.map { try ConcernThread(first: $0, in: db) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    /// - Parameter log: the log in which it stands that a thread was taken back.
    package func threads(log: Log) -> Threads { Threads(self, log: log) }
}

extension ConcernThread {
    fileprivate init(first: Row, in db: Database) throws {
        let id: String = first["id"]
        // What the desk split off is no message of theirs; while it is kept, so is the message that it is a part of.
        // Ids are random, so that of two that came on one day nothing tells which was earlier.
        let messages = try Row.fetchAll(
            db,
            sql: """
                SELECT arrivedOn, state, decidedOn, withdrawnOn, helpedOn,
                    EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = concern.id
                        OR concernKey.concern IN (SELECT part FROM split WHERE split.concern = concern.id)) AS hasWords
                FROM concern
                WHERE (id = :first OR thread = :first) AND NOT EXISTS (SELECT 1 FROM split WHERE part = concern.id)
                ORDER BY thread IS NOT NULL, arrivedOn, id
                """,
            arguments: ["first": id])
        let replies = try Row.fetchAll(
            db, sql: "SELECT writtenIn, sealed, asks FROM reply WHERE concern = ? ORDER BY number", arguments: [id])
        concern = try ConcernID(id)
        authority = try first.optionalAuthority("authority")
        teller = first.optionalChoice("teller")
        sharing = try first.choice("sharing")
        isWithdrawn = try messages.allSatisfy { try $0.optionalDay("withdrawnOn") != nil }
        self.messages = try messages.map(ThreadMessage.init(row:))
        self.replies = replies.map { SealedReply(writtenIn: $0["writtenIn"], sealed: $0["sealed"], asks: $0["asks"]) }
    }
}

extension ThreadMessage {
    fileprivate init(row: Row) throws {
        arrivedIn = try row.day("arrivedOn").month
        state = try row.choice("state")
        decidedIn = try row.optionalDay("decidedOn")?.month
        isWithdrawn = try row.optionalDay("withdrawnOn") != nil
        helpedIn = isWithdrawn ? nil : try row.optionalDay("helpedOn")?.month
        isKeptForSafety = isWithdrawn && row["hasWords"]
    }
}
