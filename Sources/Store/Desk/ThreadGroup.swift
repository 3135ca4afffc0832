internal import Concerns
internal import GRDB

/// The threads of one young person as moderators merged them: one voice, however many receipts it has.
struct ThreadGroup {
    /// The first concern of the thread that all others were merged into.
    let root: String
    /// The first concerns of all its threads, the root's too.
    let threads: [String]

    /// The group that a thread belongs to; a thread that nobody merged is a group of its own.
    init(of thread: ConcernID, in db: Database) throws {
        let root =
            try String.fetchOne(
                db,
                sql: """
                    WITH RECURSIVE up (id) AS (
                        SELECT ? UNION SELECT target FROM merged JOIN up ON merged.thread = up.id)
                    SELECT id FROM up WHERE id NOT IN (SELECT thread FROM merged)
                    """,
                arguments: [thread.description]) ?? thread.description
        self.init(root: root, threads: try Self.below(root, in: db))
    }

    private init(root: String, threads: [String]) {
        self.root = root
        self.threads = threads
    }

    /// The threads that were merged into this one, and it itself: what is left of a group when it is taken apart there.
    static func under(_ thread: ConcernID, in db: Database) throws -> ThreadGroup {
        ThreadGroup(root: thread.description, threads: try below(thread.description, in: db))
    }

    private static func below(_ thread: String, in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE down (id) AS (
                    SELECT ? UNION SELECT thread FROM merged JOIN down ON merged.target = down.id)
                SELECT id FROM down
                """,
            arguments: [thread])
    }

    /// The voice of what was accepted in it; nil where nothing was.
    func voice(in db: Database) throws -> String? {
        let request: SQLRequest<String> = """
            SELECT voice FROM concern JOIN moderated ON moderated.concern = id
            WHERE id IN \(threads) OR thread IN \(threads) ORDER BY id LIMIT 1
            """
        return try request.fetchOne(db)
    }

    /// Gives all that was accepted in it one voice.
    func take(_ voice: String, in db: Database) throws {
        try db.execute(
            literal: """
                UPDATE moderated SET voice = \(voice)
                WHERE concern IN (SELECT id FROM concern WHERE id IN \(threads) OR thread IN \(threads))
                """)
        if db.changesCount > 0 { try Past.noteChange(in: db) }
    }
}
