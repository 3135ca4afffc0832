package import Concerns
internal import GRDB

extension Quality {
    /// How soon first decisions came, by week and urgency, newest week first.
    ///
    /// - Throws: ``StoreProblem``.
    package func pace(since week: Week) async throws(StoreProblem) -> [PaceCount] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT week, urgency, pace, count FROM decisionPace WHERE week >= ?",
                    arguments: [week.number]
                ).map { row in
                    PaceCount(
                        week: Week(number: row["week"]), urgency: try row.choice("urgency"),
                        pace: try row.choice("pace"), count: row["count"])
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// What each moderator did on each day, newest day first and by name within it; counted from the log.
    ///
    /// - Throws: ``StoreProblem``.
    package func load(since day: Day) async throws(StoreProblem) -> [DayOfWork] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT day, who,
                            sum(did IN ('accept', 'hold', 'escalate', 'refuse')) AS decided,
                            count(DISTINCT CASE WHEN did = 'opened' THEN about END) AS opened,
                            count(DISTINCT CASE WHEN did = 'opened' AND (
                                EXISTS (SELECT 1 FROM concern WHERE id = about AND urgency = 'danger_now')
                                OR EXISTS (SELECT 1 FROM decision WHERE concern = about AND urgency = 'danger_now'))
                                THEN about END) AS danger,
                            sum(did = 'read again') AS readAgain
                        FROM logLine WHERE day >= ? AND did IN
                            ('accept', 'hold', 'escalate', 'refuse', 'opened', 'read again')
                        GROUP BY day, who ORDER BY day DESC, who
                        """,
                    arguments: [day.description]
                ).map { row in
                    DayOfWork(
                        day: try row.day("day"), who: row["who"],
                        work: Work(
                            decided: row["decided"], opened: row["opened"], danger: row["danger"],
                            readAgain: row["readAgain"]))
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

/// How many first decisions of one week and urgency came at one pace.
package struct PaceCount: Hashable, Sendable {
    package let week: Week
    package let urgency: Urgency
    package let pace: Pace
    package let count: Int
}

/// What one moderator did on one day.
package struct DayOfWork: Hashable, Sendable {
    package let day: Day
    package let who: String
    package let work: Work
}

/// How much was done; never a measure of how well.
package struct Work: Hashable, Sendable {
    package let decided: Int
    /// Different originals opened.
    package let opened: Int
    /// Those of them that told of danger.
    package let danger: Int
    /// Concerns coded a second time.
    package let readAgain: Int

    package init(decided: Int = 0, opened: Int = 0, danger: Int = 0, readAgain: Int = 0) {
        self.decided = decided
        self.opened = opened
        self.danger = danger
        self.readAgain = readAgain
    }

    package static func + (one: Work, other: Work) -> Work {
        Work(
            decided: one.decided + other.decided, opened: one.opened + other.opened,
            danger: one.danger + other.danger, readAgain: one.readAgain + other.readAgain)
    }
}
