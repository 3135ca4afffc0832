internal import Concerns
internal import GRDB

/// One kind of what is destroyed when its term is over.
protocol RetentionPart: Sendable {
    var kind: DestroyedKind { get }
    var erasure: ErasureKind { get }

    /// The numbers of those that it is to be destroyed of: concerns, or safeguarding records.
    ///
    /// - Parameter limit: negative for all.
    func due(in db: Database, limit: Int) throws -> [String]

    func destroy(_ ids: [String], in db: Database) throws
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

    /// The key first; its sketch, its due time and what the desk wrote down about it hang on it and go with it.
    static func erase(_ concerns: [String], in db: Database) throws {
        try db.execute(literal: "DELETE FROM concernKey WHERE concern IN \(concerns)")
        try db.execute(literal: "DELETE FROM draft WHERE concern IN \(concerns)")
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

/// What was passed on for someone's safety, on a term of its own, which begins when it was.
///
/// That it was passed on, where to and by whom stays, as its decision does.
struct DueSafeguarding: RetentionPart {
    let through: Day

    var kind: DestroyedKind { .safeguarding }
    var erasure: ErasureKind { .safeguardingRecord }

    func due(in db: Database, limit: Int) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT id FROM safeguardingRecord WHERE writtenOn <= ?
                    AND EXISTS (SELECT 1 FROM safeguardingKey WHERE record = id)
                LIMIT ?
                """,
            arguments: [through.description, limit])
    }

    func destroy(_ ids: [String], in db: Database) throws { try Self.erase(ids, in: db) }

    /// The keys of both parts first.
    static func erase(_ records: [String], in db: Database) throws {
        try db.execute(literal: "DELETE FROM safeguardingKey WHERE record IN \(records)")
        try db.execute(literal: "UPDATE safeguardingRecord SET sealed = x'' WHERE id IN \(records)")
        try db.execute(literal: "UPDATE secondOpinion SET sealed = x'' WHERE record IN \(records)")
    }
}
