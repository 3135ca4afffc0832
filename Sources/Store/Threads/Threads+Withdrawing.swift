package import Concerns
internal import GRDB

extension Threads {
    /// Takes back all that was told under one receipt: out of the queue, the search and the next figures, and erased.
    ///
    /// Only what a person must see for someone's safety stays, also because a child may be made to take words back. What
    /// was taken back before is left as it is; when that is all, nothing changes.
    ///
    /// - Parameter day: as exactly as it may be kept, in the concerns and in the log: for a small council its week's Monday.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func withdraw(_ first: ConcernID, on day: Day) async throws(StoreProblem) {
        let traces: Traces
        do {
            traces = try await database.write { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT id, state, urgency FROM concern
                        WHERE (id = :first OR thread = :first) AND withdrawnOn IS NULL
                        """,
                    arguments: ["first": first.description])
                guard !rows.isEmpty else { return .none }
                let ids: [String] = rows.map { $0["id"] }
                try log.erasures.note(ids.map { NotedErasure(.takenBack, of: $0, on: day) }, in: db)
                try db.execute(
                    literal: "UPDATE concern SET withdrawnOn = \(day.description) WHERE id IN \(ids)")
                // Also of what stays for someone's safety: nobody needs to know its form again.
                try db.execute(literal: "DELETE FROM sending WHERE concern IN \(ids)")
                try log.append(
                    LogLine(day: day, who: "young person", did: "withdrew", about: first.description), in: db)
                let erasable = try rows.filter { row in
                    try !Self.isNeededForSafety(row.choice("state"), row.choice("urgency"))
                }
                return try Erasure(concerns: erasable.map { $0["id"] }, thread: first.description)
                    .carryOut(on: day, noting: log.erasures, in: db)
            }
        } catch {
            throw StoreProblem(error)
        }
        await database.clear(traces)
    }

    /// Whether words that are taken back must stay: someone is protecting a person by them, or nobody has looked yet.
    static func isNeededForSafety(_ state: ConcernState, _ urgency: Urgency) -> Bool {
        state == .escalated || (state.isOpen && urgency >= .safeguarding)
    }
}
