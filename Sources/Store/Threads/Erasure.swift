internal import Concerns
internal import GRDB

/// What it takes to erase concerns of a thread: their keys, their words and all that was made of them.
///
/// The key is what makes it true wherever a copy lies; the rest is so that nobody finds or counts them again.
struct Erasure {
    let concerns: [String]
    /// The first concern of their thread.
    let thread: String

    /// Erases within the caller's transaction; the concerns' own rows stay, with neither words nor key.
    ///
    /// - Parameters:
    ///   - day: no finer than the database keeps it.
    ///   - notes: keep the erasure outside the database, so that a restored backup is erased again.
    /// - Returns: where the words may still lie in the file, for `clear(_:)` after the commit.
    func carryOut(on day: Day, noting notes: ErasureNotes, in db: Database) throws -> Traces {
        guard !concerns.isEmpty else { return .none }
        try notes.note(concerns.map { NotedErasure(.whole, of: $0, on: day) }, in: db)
        try DueOriginals.erase(concerns, in: db)
        let wereIndexed = try ModeratedRecord.remove(concerns, in: db)
        // Replies speak of what was told. They stay only as long as a message does that they may be about.
        try db.execute(
            sql: """
                DELETE FROM reply WHERE concern = :first AND NOT EXISTS (
                    SELECT 1 FROM concern JOIN concernKey ON concernKey.concern = id
                    WHERE id = :first OR thread = :first)
                """,
            arguments: ["first": thread])
        return wereIndexed ? .inIndex : .inFile
    }
}

/// Where the bytes of erased words may still lie.
enum Traces {
    case none
    /// In the write-ahead log.
    case inFile
    /// In the index of words too.
    case inIndex
}

extension DatabaseWriter {
    /// Takes what was erased out of the file too, as far as SQLite lets it.
    ///
    /// Done after the commit that erased, and as well as it goes: what was erased is erased, and a reader that holds the log
    /// up only puts this off till ``Records/clearTraces()``.
    func clear(_ traces: Traces) async {
        if traces == .none { return }
        if traces == .inIndex { try? await mergeIndex() }
        try? await foldLogIn()
    }

    /// Deleted words stay in the index until it is merged, which takes 0.2 s for 100,000 texts.
    fileprivate func mergeIndex() async throws {
        try await write { db in
            try db.execute(sql: "INSERT INTO moderatedText (moderatedText) VALUES ('optimize')")
        }
    }

    /// Erased words stay in the write-ahead log until it is folded in.
    fileprivate func foldLogIn() async throws {
        try await writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
}

extension Records {
    /// Takes what was erased out of the file, also where that failed or was broken off before; harmless when nothing is left.
    ///
    /// - Throws: ``StoreProblem`` when a reader holds it up or the disk is full; then some of it may still lie there.
    package func clearTraces() async throws(StoreProblem) {
        do {
            try await database.mergeIndex()
            try await database.foldLogIn()
        } catch {
            throw StoreProblem(error)
        }
    }
}
