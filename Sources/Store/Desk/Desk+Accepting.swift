internal import Concerns
internal import GRDB

extension Desk {
    /// Makes an accepted concern one that counts, and that inspectors find where the young person allowed it.
    func accept(
        _ decision: Decision, as number: Int, about authority: GSSCode, _ concern: ConcernToDecide, in db: Database
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
        try ModeratedRecord.insert(decision.areas, of: decision.concern, in: db)
        if let marks = decision.marks {
            try DeskNoteRecord.insert(
                marks, as: .marks, number: number, about: decision.concern, by: decision.by, on: decision.on, in: db)
        }
        try chooseForSecondReading(decision, in: db)
    }

    /// The voice that the whole thread has after this decision, with all that was merged with it: whoever adds to what they
    /// told is no second voice.
    ///
    /// A message that stands for itself takes the voice that its thread has already; one in which the moderator heard somebody who spoke
    /// before brings its thread along.
    private func settledVoice(of decision: Decision, in thread: ConcernID, in db: Database) throws -> String {
        let group = try ThreadGroup(of: thread, in: db)
        guard decision.voice != Voice(of: decision.concern) else {
            return try group.voice(in: db) ?? decision.voice.description
        }
        try group.take(decision.voice.description, in: db)
        return decision.voice.description
    }
}
