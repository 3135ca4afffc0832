package import Concerns
internal import GRDB

/// Where counts of weeks gone by are put: what remains of concerns whose words are gone.
package struct Past: Sendable {
    private let database: any DatabaseWriter

    init(_ records: Records) { database = records.database }

    /// Adds counts; those of the same authority, area and week add up.
    ///
    /// - Throws: ``StoreProblem``.
    package func add(_ counts: [VoiceCount]) async throws(StoreProblem) {
        do {
            try await database.write { db in
                let insert = try db.makeStatement(
                    sql: """
                        INSERT INTO voiceCount (authority, area, week, voices) VALUES (?, ?, ?, ?)
                        ON CONFLICT (authority, area, week) DO UPDATE SET voices = voices + excluded.voices
                        """)
                try Past.noteChange(in: db)
                for count in counts where count.voices > 0 {
                    try insert.execute(arguments: [
                        count.authority.description, count.area.rawValue, count.week.number, count.voices,
                    ])
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Past {
    /// Tells whoever kept what was made of the counts that they have changed.
    static func noteChange(in db: Database) throws {
        try db.execute(sql: "UPDATE voicesEdition SET number = number + 1")
    }
}

extension Records {
    package var past: Past { Past(self) }
}
