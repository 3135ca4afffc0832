internal import Concerns
internal import GRDB

extension Desk {
    /// The other messages of a concern's thread, and when it was answered.
    ///
    /// - Throws: ``StoreProblem``.
    package func thread(beside concern: DeskConcern) async throws(StoreProblem) -> ThreadBeside {
        let (first, own) = (concern.threadID.description, concern.summary.id.description)
        do {
            return try await database.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT id, arrivedOn, state, withdrawnOn, moderated.text AS text
                        FROM concern LEFT JOIN moderated ON moderated.concern = id
                        WHERE id = :first OR thread = :first ORDER BY thread IS NOT NULL, arrivedOn, id
                        """,
                    arguments: ["first": first])
                let place = rows.firstIndex { $0["id"] == own } ?? rows.count
                let messages = try rows.enumerated().filter { $0.offset != place }.map { index, row in
                    try ThreadEntry(row, isEarlier: index < place)
                }
                let months = try String.fetchAll(
                    db, sql: "SELECT writtenIn FROM reply WHERE concern = ? ORDER BY number", arguments: [first])
                return ThreadBeside(messages: messages, repliesWrittenIn: months)
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension ThreadEntry {
    fileprivate init(_ row: Row, isEarlier: Bool) throws {
        id = try ConcernID(row["id"] as String)
        arrivedOn = try row.day("arrivedOn")
        state = try row.choice("state")
        isWithdrawn = try row.optionalDay("withdrawnOn") != nil
        self.isEarlier = isEarlier
        text = (row["text"] as String?).map { ModeratedText(asDecided: $0) }
    }
}
