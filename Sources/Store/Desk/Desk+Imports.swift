package import Concerns
internal import GRDB

extension Desk {
    /// What imports made of what they found, newest day first.
    ///
    /// - Throws: ``StoreProblem``.
    package func imports(since day: Day) async throws(StoreProblem) -> [ImportReport] {
        do {
            return try await database.read { db in
                let rows = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT day, way, who, outcome, reason, count FROM importCount WHERE day >= ?
                        ORDER BY day DESC, way, who, outcome, count DESC, reason
                        """,
                    arguments: [day.description])
                return try rows.reduce(into: []) { reports, row in try reports.add(row) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension [ImportReport] {
    /// Adds a row to the report before it, or begins another.
    fileprivate mutating func add(_ row: Row) throws {
        let (day, way, who): (Day, ImportReport.Way, String) = (try row.day("day"), try row.choice("way"), row["who"])
        let counted = ImportReport.Count(outcome: row["outcome"], reason: row["reason"], count: row["count"])
        if let last, last.day == day, last.way == way, last.who == who {
            self[count - 1] = ImportReport(day: day, way: way, who: who, counts: last.counts + [counted])
        } else {
            append(ImportReport(day: day, way: way, who: who, counts: [counted]))
        }
    }
}
