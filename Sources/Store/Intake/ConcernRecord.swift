internal import Concerns
internal import Foundation
internal import GRDB

/// A row of `concern`; callers of the handles see values.
struct ConcernRecord: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "concern"

    var id: String
    var authority: String?
    var channel: String
    var teller: String?
    var sharing: String
    var arrivedOn: String
    var urgency: String
    var state: String
    var decidedOn: String?
    var words: Data
    var replyKey: Data?
    var thread: String?
    var withdrawnOn: String?

    enum Columns {
        static let id = Column(CodingKeys.id)
        static let state = Column(CodingKeys.state)
        static let arrivedOn = Column(CodingKeys.arrivedOn)
    }

    init(_ concern: NewConcern) {
        id = concern.id.description
        authority = concern.authority?.description
        channel = concern.channel.rawValue
        teller = concern.teller?.rawValue
        sharing = concern.sharing.rawValue
        arrivedOn = concern.arrivedOn.description
        urgency = concern.urgency.rawValue
        state = ConcernState.waiting.rawValue
        words = concern.words
        replyKey = concern.receipt?.replyKey
        thread = concern.thread?.description
    }

    /// Inserts a concern with all that belongs to it, or nothing of it; the other concerns of the commit stand.
    static func insert(_ concern: NewConcern, into db: Database) throws -> Kept {
        var kept = Kept.kept
        try db.inSavepoint {
            if let mark = concern.importMark {
                try db.execute(sql: "INSERT OR IGNORE INTO importMark (mark) VALUES (?)", arguments: [mark])
                guard db.changesCount == 1 else {
                    kept = .alreadyThere
                    return .rollback
                }
            }
            if let sending = concern.sending, let former = try note(sending, in: db) {
                kept = former
                return .rollback
            }
            try ConcernRecord(concern).insert(db)
            try db.execute(
                sql: "INSERT INTO concernKey (concern, sealed) VALUES (?, ?)",
                arguments: [concern.id.description, concern.key])
            if let receipt = concern.receipt {
                try db.execute(
                    sql: "INSERT INTO receipt (lookup, cost, concern) VALUES (?, ?, ?)",
                    arguments: [receipt.lookup, receipt.cost, concern.id.description])
            }
            return .commit
        }
        return kept
    }

    /// Notes that a form was sent.
    ///
    /// - Returns: what to say instead when the form was kept before.
    private static func note(_ sending: Sending, in db: Database) throws -> Kept? {
        let former = try Data.fetchOne(db, sql: "SELECT content FROM sending WHERE mark = ?", arguments: [sending.mark])
        if let former { return former == sending.content ? .alreadyThere : .otherWords }
        try db.execute(
            sql: "INSERT INTO sending (mark, content, epoch) VALUES (?, ?, ?)",
            arguments: [sending.mark, sending.content, sending.epoch])
        return nil
    }
}
