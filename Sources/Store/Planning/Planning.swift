package import Concerns
internal import GRDB

/// What planners enter about cases: the dates of statements of proposed action, and whose words helped.
package struct Planning: Sendable {
    let database: any DatabaseWriter
    let log: Log

    init(_ records: Records, log: Log) {
        database = records.database
        self.log = log
    }

    /// Takes down when a case's statement was submitted; earlier entries stay on record.
    ///
    /// - Throws: ``StoreProblem``.
    package func enterStatement(
        of caseID: String, submittedOn: Day, by name: String, on today: Day
    ) async throws(StoreProblem) {
        do {
            try await database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO statement (caseID, number, submittedOn, enteredBy, enteredOn)
                        SELECT :case, 1 + count(*), :submitted, :by, :today FROM statement WHERE caseID = :case
                        """,
                    arguments: [
                        "case": caseID, "submitted": submittedOn.description, "by": name, "today": today.description,
                    ])
                try log.append(
                    LogLine(day: today, who: name, did: "entered the statement's date", about: caseID), in: db)
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

/// Where the dates of statements are read, also by those who may not enter them: they are public facts.
package struct StatementDates: Sendable {
    private let database: any DatabaseReader

    init(_ records: Records) { database = records.database }

    /// The day each case's statement of proposed action was submitted, by case; the newest entry of each counts (P32).
    ///
    /// - Throws: ``StoreProblem``.
    package func all() async throws(StoreProblem) -> [String: Day] {
        do {
            return try await database.read { db in
                let rows = try Row.fetchAll(
                    db, sql: "SELECT caseID, submittedOn FROM statement ORDER BY caseID, number")
                return try rows.reduce(into: [:]) { days, row in days[row["caseID"]] = try row.day("submittedOn") }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    package func planning(log: Log) -> Planning { Planning(self, log: log) }
    package var statementDates: StatementDates { StatementDates(self) }
}
