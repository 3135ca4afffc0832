internal import Concerns
internal import GRDB

/// One kind of what is destroyed when its term is over.
protocol RetentionPart: Sendable {
    var kind: DestroyedKind { get }
    var erasure: ErasureKind { get }

    /// The concerns of which it is to be destroyed.
    ///
    /// - Parameter limit: negative for all.
    func due(in db: Database, limit: Int) throws -> [String]

    func destroy(_ concerns: [String], in db: Database) throws
}

/// Originals about which everything has been decided.
///
/// What moderators made of them, and that they were told, stays.
struct DueOriginals: RetentionPart {
    let isSpam: Bool
    /// The newest day of decision.
    let through: Day

    var kind: DestroyedKind { isSpam ? .spam : .original }
    var erasure: ErasureKind { .original }

    func due(in db: Database, limit: Int) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT id FROM concern JOIN concernKey ON concernKey.concern = id
                WHERE state IN ('accepted', 'refused') AND decidedOn <= ? AND (urgency = 'spam') = ? LIMIT ?
                """,
            arguments: [through.description, isSpam, limit])
    }

    func destroy(_ concerns: [String], in db: Database) throws { try Self.erase(concerns, in: db) }

    /// The key first; what hangs on it goes with it.
    static func erase(_ concerns: [String], in db: Database) throws {
        try db.execute(literal: "DELETE FROM concernKey WHERE concern IN \(concerns)")
        try db.execute(literal: "UPDATE concern SET words = x'' WHERE id IN \(concerns)")
    }
}

/// Receipts of threads of which no words are left: they open nothing but the replies, which end with them.
struct DueReceipts: RetentionPart {
    /// The newest day of the last decision in the thread, or of taking it back.
    let through: Day

    var kind: DestroyedKind { .receipt }
    var erasure: ErasureKind { .receipt }

    func due(in db: Database, limit: Int) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT receipt.concern FROM receipt WHERE NOT EXISTS (
                    SELECT 1 FROM concern LEFT JOIN concernKey ON concernKey.concern = id
                    WHERE (id = receipt.concern OR thread = receipt.concern)
                        AND (concernKey.concern IS NOT NULL
                            OR max(coalesce(decidedOn, ''), coalesce(withdrawnOn, '')) NOT BETWEEN '0' AND ?))
                LIMIT ?
                """,
            arguments: [through.description, limit])
    }

    func destroy(_ concerns: [String], in db: Database) throws { try Self.erase(concerns, in: db) }

    static func erase(_ threads: [String], in db: Database) throws {
        try db.execute(literal: "DELETE FROM receipt WHERE concern IN \(threads)")
        try db.execute(literal: "DELETE FROM reply WHERE concern IN \(threads)")
        try db.execute(literal: "UPDATE concern SET replyKey = NULL WHERE id IN \(threads)")
    }
}
