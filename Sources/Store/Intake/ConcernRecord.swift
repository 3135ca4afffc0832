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
            if let former = try formerSending(of: concern, in: db) {
                kept = former
                return .rollback
            }
            try ConcernRecord(concern).insert(db)
            try db.execute(
                sql: "INSERT INTO concernKey (concern, sealed) VALUES (?, ?)",
                arguments: [concern.id.description, concern.key])
            if let thread = concern.thread {
                // Whatever was asked is answered.
                try db.execute(sql: "UPDATE reply SET asks = 0 WHERE concern = ?", arguments: [thread.description])
            }
            if let receipt = concern.receipt {
                try db.execute(
                    sql: "INSERT INTO receipt (lookup, cost, concern) VALUES (?, ?, ?)",
                    arguments: [receipt.lookup, receipt.cost, concern.id.description])
            }
            if let sending = concern.sending {
                try db.execute(
                    sql: "INSERT INTO sending (mark, content, epoch, concern) VALUES (?, ?, ?, ?)",
                    arguments: [sending.mark, sending.content, sending.epoch, concern.id.description])
            }
            return .commit
        }
        return kept
    }

    /// What to say when the same form was kept before; nil for a form that was not.
    private static func formerSending(of concern: NewConcern, in db: Database) throws -> Kept? {
        guard let sending = concern.sending else { return nil }
        let former = try Data.fetchOne(db, sql: "SELECT content FROM sending WHERE mark = ?", arguments: [sending.mark])
        if let former { return former == sending.content ? .alreadyThere : .otherWords }
        // Taking back deletes the mark, and the receipt stays. To say that it is there would be untrue: its words are gone.
        guard let receipt = concern.receipt else { return nil }
        let isTakenBack = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM receipt WHERE lookup = ?)", arguments: [receipt.lookup])
        return isTakenBack == true ? .otherWords : nil
    }
}
