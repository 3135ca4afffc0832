package import Concerns
package import Foundation
internal import GRDB

/// What a receipt's holder may see of their own thread.
package struct Threads: Sendable {
    private let database: any DatabaseReader

    init(_ records: Records) { database = records.database }

    /// The thread that a receipt's derivation finds, or nil.
    ///
    /// - Throws: ``StoreProblem``.
    package func thread(lookup: Data) async throws(StoreProblem) -> ConcernThread? {
        do {
            return try await database.read { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT concern.id, state, sharing, decidedOn FROM receipt
                        JOIN concern ON concern.id = receipt.concern WHERE lookup = ?
                        """,
                    arguments: [lookup])
                guard let row else { return nil }
                let id: String = row["id"]
                let replies = try Row.fetchAll(
                    db, sql: "SELECT writtenIn, sealed FROM reply WHERE concern = ? ORDER BY number", arguments: [id])
                return try ConcernThread(
                    concern: ConcernID(id), state: row.choice("state"), sharing: row.choice("sharing"),
                    decidedIn: row.optionalDay("decidedOn")?.month,
                    replies: replies.map { .init(writtenIn: $0["writtenIn"], sealed: $0["sealed"]) })
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    package var threads: Threads { Threads(self) }
}

/// One young person's concern as its receipt shows it: what became of it, without its words.
package struct ConcernThread: Sendable {
    package let concern: ConcernID
    package let state: ConcernState
    package let sharing: Sharing
    /// The month of the last decision.
    package let decidedIn: Month?
    /// In the order they were written; each opens only with the receipt.
    package let replies: [SealedReply]
}

/// A moderator's answer, closed for the holder of the receipt.
package struct SealedReply: Sendable {
    /// A month, such as `2026-11`.
    package let writtenIn: String
    package let sealed: Data
}
