package import Concerns
internal import GRDB

extension Desk {
    /// The undecided concerns, danger first, then the longest waiting (X3).
    ///
    /// - Parameter offset: how many of the first to skip.
    /// - Throws: ``StoreProblem``.
    package func awaitingDecision(
        from offset: Int = 0, limit: Int = 500
    ) async throws(StoreProblem) -> [WaitingConcern] {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> = """
                    SELECT id, authority, channel, teller, urgency, arrivedOn, state, thread, withdrawnOn, heldUntil,
                        \(Self.ofSecond) FROM concern
                    WHERE \(Self.isAwaited)
                    ORDER BY CASE urgency WHEN 'danger_now' THEN 0 WHEN 'safeguarding' THEN 1 WHEN 'concern' THEN 2
                        WHEN 'praise' THEN 3 ELSE 4 END, arrivedOn, id
                    LIMIT \(limit) OFFSET \(offset)
                    """
                return try request.fetchAll(db).map(WaitingConcern.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// How many concerns are undecided, by urgency; an urgency that nothing waits under is missing.
    ///
    /// - Throws: ``StoreProblem``.
    package func countsAwaitingDecision() async throws(StoreProblem) -> [Urgency: Int] {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> =
                    "SELECT urgency, count(*) AS count FROM concern WHERE \(Self.isAwaited) GROUP BY urgency"
                return try request.fetchAll(db).reduce(into: [:]) { counts, row in
                    counts[try row.choice("urgency"), default: 0] += row["count"]
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// What the desk has still to do something about: the undecided, but of what was taken back only what is kept for safety.
    static let isAwaited: SQL = """
        state IN ('waiting', 'held', 'escalated') AND (withdrawnOn IS NULL
            OR EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = concern.id))
        """
}
