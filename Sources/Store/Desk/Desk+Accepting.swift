internal import Concerns
internal import GRDB

extension Desk {
    /// Makes an accepted concern one that counts, and that inspectors find where the young person allowed it.
    func accept(
        _ decision: Decision, about authority: GSSCode, _ concern: ConcernToDecide, in db: Database
    ) throws {
        let searchKey = SearchKey.least(in: concern.arrivedOn.week) | Int64(decision.searchNumber)
        let voice = try settledVoice(of: decision, in: concern.threadID, in: db)
        try db.execute(
            sql: """
                INSERT INTO moderated (searchKey, concern, authority, week, urgency, teller, voice, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                searchKey, decision.concern.description, authority.description, concern.arrivedOn.week.number,
                decision.urgency.rawValue, concern.teller?.rawValue, voice, decision.text?.description,
            ])
        try Past.noteChange(in: db)
        if let text = decision.text {
            try db.execute(
                sql: "INSERT INTO moderatedText (rowid, text) VALUES (?, ?)", arguments: [searchKey, text.description])
        }
        for area in decision.areas {
            try db.execute(
                sql: "INSERT INTO moderatedArea (concern, area) VALUES (?, ?)",
                arguments: [decision.concern.description, area.rawValue])
        }
        try chooseForSecondReading(decision, in: db)
    }

    /// The voice that the whole thread has after this decision: whoever adds to what they told is no second voice.
    ///
    /// A message that stands for itself takes the voice that its thread has already; one in which the moderator heard somebody who spoke
    /// before brings its thread along.
    private func settledVoice(of decision: Decision, in thread: ConcernID, in db: Database) throws -> String {
        guard decision.voice != Voice(of: decision.concern) else {
            let former = try String.fetchOne(
                db,
                sql: """
                    SELECT voice FROM concern JOIN moderated ON moderated.concern = id
                    WHERE id = :first OR thread = :first LIMIT 1
                    """,
                arguments: ["first": thread.description])
            return former ?? decision.voice.description
        }
        try db.execute(
            sql: """
                UPDATE moderated SET voice = :voice
                WHERE concern IN (SELECT id FROM concern WHERE id = :first OR thread = :first)
                """,
            arguments: ["voice": decision.voice.description, "first": thread.description])
        return decision.voice.description
    }
}
