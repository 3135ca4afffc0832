package import Concerns
internal import GRDB

extension Desk {
    /// Makes a concern of its own of the part of an original that tells of danger; the rest waits on, and the two stay one
    /// thread: one voice, one receipt.
    ///
    /// Both concerns, the mark on the first and the log line are one transaction.
    ///
    /// - Parameters:
    ///   - part: at least of urgency safeguarding, in the thread of the first.
    ///   - marks: the stretches that went to it, closed; they stay out of what inspectors read.
    ///   - seen: as ``decide(_:after:)``.
    /// - Throws: ``DecisionRefused``; then nothing was changed.
    @discardableResult package func split(
        _ id: ConcernID, into part: NewConcern, marks: SealedNote, by name: String, on day: Day, after seen: Int
    ) async throws(DecisionRefused) -> Undoable {
        do {
            return try await database.write { db in
                let concern = try ConcernToDecide(id, in: db)
                try concern.checkSplitting(after: seen)
                // A part is danger as a whole, and what is left of it would be a message that nobody sent.
                let isPart = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM split WHERE part = ?)", arguments: [id.description])
                guard isPart == false, part.urgency >= .safeguarding, part.thread == concern.threadID,
                    try ConcernRecord.insert(part, into: db, isSplitOff: true) == .kept
                else { throw StoreProblem.refused }
                try db.execute(
                    sql: "INSERT INTO split (part, concern) VALUES (?, ?)",
                    arguments: [part.id.description, id.description])
                // Words that were taken back stay so, whatever concern they stand in.
                try db.execute(
                    sql: """
                        UPDATE concern SET withdrawnOn = (SELECT withdrawnOn FROM concern WHERE id = :whole) WHERE id = :part
                        """,
                    arguments: ["whole": id.description, "part": part.id.description])
                let mark = try DeskNoteRecord.insert(marks, as: .split, about: id, by: name, on: day, in: db)
                try log.append(
                    LogLine(day: day, who: name, did: "split off \(part.id)", about: id.description), in: db)
                return .split(of: id, part: part.id, mark: mark)
            }
        } catch let refused as DecisionRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }
}
