internal import Concerns
internal import GRDB

extension Desk {
    /// Puts an accepted concern down to be read a second time, where it is one of those.
    ///
    /// One that is accepted again before that keeps its place with the newer coding; what was read stays.
    func chooseForSecondReading(_ decision: Decision, in db: Database) throws {
        guard isReadTwice(decision.concern, decision.urgency) else { return }
        try db.execute(
            sql: """
                INSERT INTO secondReading (concern, chosenOn, firstUrgency, firstAreas, firstBy)
                VALUES (:concern, :day, :urgency, :areas, :by)
                ON CONFLICT (concern) DO UPDATE SET firstUrgency = excluded.firstUrgency,
                    firstAreas = excluded.firstAreas, firstBy = excluded.firstBy WHERE readOn IS NULL
                """,
            arguments: [
                "concern": decision.concern.description, "day": decision.on.description,
                "urgency": decision.urgency.rawValue, "areas": Self.text(decision.areas), "by": decision.by,
            ])
    }

    /// Counts how soon the first decision about a concern came.
    func notePace(of decision: Decision, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO decisionPace (week, urgency, pace, count) VALUES (?, ?, ?, 1)
                ON CONFLICT (week, urgency, pace) DO UPDATE SET count = count + 1
                """,
            arguments: [decision.on.week.number, decision.urgency.rawValue, decision.pace.rawValue])
    }

    static func text(_ areas: [JudgementArea]) -> String { areas.map(\.rawValue).joined(separator: " ") }
}
