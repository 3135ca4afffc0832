package import Concerns
package import Foundation
internal import GRDB

/// A closed sketch as it lies on disk, with what is needed to say whether it is of another child and of the same weeks.
package struct ClosedSketch: Sendable {
    package let concern: ConcernID
    package let closed: Data
    /// The first concern of its thread.
    package let thread: ConcernID
    package let week: Week
}

/// A concern that may be like the one on the desk, with its words as far as they may be compared.
package struct ComparedConcern: Sendable {
    package let id: ConcernID
    /// The first concern of its thread.
    package let thread: ConcernID
    package let authority: GSSCode?
    package let week: Week
    package let state: ConcernState
    /// Nil for one that does not count, or not yet.
    package let voice: Voice?
    /// Nil where inspectors read none.
    package let text: ModeratedText?
    /// The words, sealed under the concern's own key.
    package let words: Data
    /// That key, sealed to the moderators.
    package let key: Data
}

extension Desk {
    /// For each beginning of concerns' numbers, how often their sketches changed.
    ///
    /// - Throws: ``StoreProblem``.
    package func sketchEditions() async throws(StoreProblem) -> [String: Int] {
        do {
            return try await database.read { db in
                try Row.fetchAll(db, sql: "SELECT beginning, number FROM sketchEdition")
                    .reduce(into: [:]) { $0[$1["beginning"] as String] = $1["number"] }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The sketches of the concerns whose numbers have one of these beginnings.
    ///
    /// - Throws: ``StoreProblem``.
    package func sketches(beginning: [String]) async throws(StoreProblem) -> [ClosedSketch] {
        do {
            return try await database.read { db in
                // After “z” and the digits comes “{”.
                let request: SQLRequest<Row> = """
                    SELECT sketch.concern, closed, thread, arrivedOn FROM sketchEdition
                    JOIN sketch ON sketch.concern > beginning AND sketch.concern < beginning || '{'
                    JOIN concern ON concern.id = sketch.concern
                    WHERE beginning IN \(beginning)
                    """
                return try request.fetchAll(db).map { row in
                    let concern = try ConcernID(row["concern"] as String)
                    let thread = try (row["thread"] as String?).map { try ConcernID($0) } ?? concern
                    return ClosedSketch(
                        concern: concern, closed: row["closed"], thread: thread, week: try row.day("arrivedOn").week)
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// What is still there of some concerns, for comparing it with one on the desk.
    ///
    /// - Throws: ``StoreProblem``.
    package func compared(_ ids: [ConcernID]) async throws(StoreProblem) -> [ComparedConcern] {
        do {
            return try await database.read { db in
                let request: SQLRequest<Row> = """
                    SELECT concern.id, coalesce(thread, concern.id) AS first,
                        coalesce(moderated.authority, concern.authority) AS authority, arrivedOn, state, words, sealed,
                        voice, text
                    FROM concern JOIN concernKey ON concernKey.concern = concern.id
                    LEFT JOIN moderated ON moderated.concern = concern.id
                    WHERE concern.id IN \(ids.map(\.description))
                    """
                return try request.fetchAll(db).map(ComparedConcern.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Writes in the log that a concern was compared with others, whose originals the machine opened for it and showed to
    /// nobody: one line however many they were.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteCompared(_ id: ConcernID, by name: String, on day: Day) async throws(StoreProblem) {
        try await log.appendOnce(LogLine(day: day, who: name, did: "compared", about: id.description))
    }
}

extension ComparedConcern {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["id"] as String)
        thread = try ConcernID(row["first"] as String)
        authority = try row.optionalAuthority("authority")
        week = try row.day("arrivedOn").week
        state = try row.choice("state")
        voice = try (row["voice"] as String?).map { Voice(of: try ConcernID($0)) }
        text = (row["text"] as String?).map(ModeratedText.init(asDecided:))
        words = row["words"]
        key = row["sealed"]
    }
}
