package import Concerns
internal import GRDB

extension Planning {
    /// How many threads would be told that they helped, by the area that a message of theirs was coded to.
    ///
    /// - Parameter day: the last on which a message may have been accepted to have helped.
    /// - Throws: ``StoreProblem``.
    package func threadsToTell(
        of authorities: Set<GSSCode>, acceptedBy day: Day
    ) async throws(StoreProblem) -> [JudgementArea: Int] {
        do {
            return try await database.read { db in
                let toTell = Self.toTell(authorities, Set(JudgementArea.allCases), day)
                let request: SQLRequest<Row> =
                    "SELECT area, count(DISTINCT first) AS threads FROM (\(toTell)) GROUP BY area"
                return try request.fetchAll(db).reduce(into: [:]) { threads, row in
                    threads[try row.choice("area") as JudgementArea] = row["threads"]
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Notes for good that what young people told helped decide what inspectors looked at in these areas.
    ///
    /// - Parameters:
    ///   - caseID: the case whose line in the log it is.
    ///   - day: the last on which a message may have been accepted to have helped.
    /// - Returns: how many threads are told by it; where there are none, nothing was changed and nothing logged.
    /// - Throws: ``StoreProblem``; then nothing was changed.
    package func noteHelped(
        in caseID: String, authorities: Set<GSSCode>, areas: Set<JudgementArea>, acceptedBy day: Day, by name: String,
        on today: Day
    ) async throws(StoreProblem) -> Int {
        do {
            return try await database.write { db in
                let toTell = Self.toTell(authorities, areas, day)
                let request: SQLRequest<Int> = "SELECT count(DISTINCT first) FROM (\(toTell))"
                let threads = try request.fetchOne(db) ?? 0
                guard threads > 0 else { return 0 }
                try db.execute(
                    literal: """
                        UPDATE concern SET helpedOn = \(today.description) WHERE id IN (SELECT id FROM (\(toTell)))
                        """)
                try log.append(
                    LogLine(day: today, who: name, did: "noted what helped", about: caseID), in: db)
                return threads
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The messages that somebody holds a receipt for and that count, each with its thread, once for each area.
    ///
    /// Praise, spam and adults' concerns are left out, as in ``Reading/voices()``: what was never counted as a young
    /// person's voice decided nothing.
    static func toTell(_ authorities: Set<GSSCode>, _ areas: Set<JudgementArea>, _ day: Day) -> SQL {
        """
        SELECT concern.id AS id, coalesce(concern.thread, concern.id) AS first, area
        FROM moderated JOIN moderatedArea ON moderatedArea.concern = moderated.concern
        JOIN concern ON concern.id = moderated.concern
        JOIN receipt ON receipt.concern = coalesce(concern.thread, concern.id)
        WHERE moderated.authority IN \(authorities.map(\.description).sorted())
            AND area IN \(areas.map(\.rawValue).sorted())
            AND state = 'accepted' AND withdrawnOn IS NULL AND helpedOn IS NULL AND decidedOn <= \(day.description)
            AND moderated.urgency NOT IN ('praise', 'spam') AND moderated.teller IS NOT 'worried-other'
        """
    }
}
