package import Concerns
internal import Foundation
internal import GRDB

extension Desk {
    /// What waits in quarantine: danger first, what nobody could read before plain concerns, then the longest waiting (X3).
    ///
    /// - Parameter offset: how many of the first to skip.
    /// - Throws: ``StoreProblem``.
    package func quarantined(
        from offset: Int = 0, limit: Int = 500
    ) async throws(StoreProblem) -> [Quarantined] {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> = """
                    SELECT id, arrivedOn, channel, authority, urgency, reason, outcome FROM quarantine
                    WHERE outcome IS NULL
                    ORDER BY CASE urgency WHEN 'danger_now' THEN 0 WHEN 'safeguarding' THEN 1 WHEN 'concern' THEN 3
                        WHEN 'praise' THEN 4 WHEN 'spam' THEN 5 ELSE 2 END, arrivedOn, id
                    LIMIT \(limit) OFFSET \(offset)
                    """
                return try request.fetchAll(db).map(Quarantined.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// - Throws: ``StoreProblem``.
    package func countsQuarantined() async throws(StoreProblem) -> QuarantineCounts {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> = """
                    SELECT count(*) AS waiting, count(*) FILTER (WHERE urgency = \(Urgency.dangerNow.rawValue)) AS danger
                    FROM quarantine WHERE outcome IS NULL
                    """
                guard let row = try request.fetchOne(db) else { return QuarantineCounts(waiting: 0, danger: 0) }
                return QuarantineCounts(waiting: row["waiting"], danger: row["danger"])
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// One entry, also when it is settled; nil where there is none.
    ///
    /// - Throws: ``StoreProblem``.
    package func quarantined(_ id: ConcernID) async throws(StoreProblem) -> QuarantinedSource? {
        do {
            return try await database.read { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT quarantine.*, quarantineKey.sealed AS key FROM quarantine
                        LEFT JOIN quarantineKey ON quarantined = id WHERE id = ?
                        """,
                    arguments: [id.description])
                return try row.map {
                    QuarantinedSource(summary: try Quarantined(row: $0), source: $0["source"], key: $0["key"])
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Writes in the log that someone took a copy of a source out of here.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteDownloaded(_ id: ConcernID, by name: String, on day: Day) async throws(StoreProblem) {
        try await log.append(LogLine(day: day, who: name, did: "downloaded", about: id.description))
    }
}

extension Quarantined {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["id"] as String)
        arrivedOn = try row.day("arrivedOn")
        channel = try row.choice("channel")
        authority = try row.optionalAuthority("authority")
        urgency = row.optionalChoice("urgency")
        reason = row["reason"]
        outcome = (row["outcome"] as String?).flatMap(QuarantineOutcome.init(rawValue:))
    }
}
