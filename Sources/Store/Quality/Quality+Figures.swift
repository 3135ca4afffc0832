package import Concerns
internal import GRDB

extension Quality {
    /// The concerns that were coded twice, newest first.
    ///
    /// - Throws: ``StoreProblem``.
    package func readTwice(limit: Int = 1_000) async throws(StoreProblem) -> [ReadTwice] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT secondReading.*,
                            EXISTS (SELECT 1 FROM concernKey WHERE concernKey.concern = secondReading.concern) AS hasWords
                        FROM secondReading WHERE readOn IS NOT NULL ORDER BY readOn DESC, concern LIMIT ?
                        """,
                    arguments: [limit]
                ).map(ReadTwice.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Notes what both readers, or the lead moderator, made of a concern after talking about it.
    ///
    /// The concern’s own codes stay as they are.
    ///
    /// - Parameter asLead: whether any may be settled, and not only one’s own.
    /// - Throws: ``SecondReadingRefused``; then nothing was changed.
    package func settle(
        _ id: ConcernID, as coding: Coding, by name: String, asLead: Bool, on day: Day
    ) async throws(SecondReadingRefused) {
        do {
            try await database.write { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT secondReading.*, TRUE AS hasWords FROM secondReading
                        WHERE concern = ? AND readOn IS NOT NULL
                        """,
                    arguments: [id.description])
                guard let read = try row.map(ReadTwice.init(row:)) else { throw SecondReadingRefused.notChosen }
                guard asLead || [read.firstBy, read.secondBy].contains(name) else {
                    throw SecondReadingRefused.notYours
                }
                guard read.isToDiscuss else { throw SecondReadingRefused.nothingToSettle }
                try db.execute(
                    sql: """
                        UPDATE secondReading SET settledUrgency = ?, settledAreas = ?, settledBy = ?, settledOn = ?
                        WHERE concern = ?
                        """,
                    arguments: [
                        coding.urgency.rawValue, Desk.text(coding.areas), name, day.description, id.description,
                    ])
                try log.append(
                    LogLine(day: day, who: name, did: "settled a second reading", about: id.description), in: db)
            }
        } catch let refused as SecondReadingRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    /// What second readers found left in.
    ///
    /// - Throws: ``StoreProblem``.
    package func missed() async throws(StoreProblem) -> MissedIdentifiers {
        do {
            return try await database.read { db in
                let kinds = try Row.fetchAll(
                    db, sql: "SELECT kind, sum(count) AS count FROM missedIdentifier GROUP BY kind")
                return MissedIdentifiers(
                    byKind: try kinds.reduce(into: [:]) { $0[try $1.choice("kind")] = $1["count"] },
                    withAny: try Int.fetchOne(db, sql: "SELECT count(DISTINCT concern) FROM missedIdentifier") ?? 0,
                    readings: try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM secondReading WHERE readOn IS NOT NULL AND hadText") ?? 0)
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The accepted concerns whose words are withheld from inspectors until someone takes out what was left in, the longest
    /// waiting first.
    ///
    /// - Throws: ``StoreProblem``.
    package func withheld() async throws(StoreProblem) -> [ConcernID] {
        do {
            return try await database.read { db in
                try String.fetchAll(db, sql: "SELECT concern FROM withheld ORDER BY since, concern")
                    .map { try ConcernID($0) }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

/// What second readers found left in the texts that inspectors read.
package struct MissedIdentifiers: Hashable, Sendable {
    package let byKind: [IdentifierKind: Int]
    /// How many texts had any.
    package let withAny: Int
    /// How many texts were read a second time.
    package let readings: Int
}

extension ReadTwice {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["concern"] as String)
        codings = CodedTwice(
            first: Coding(urgency: try row.choice("firstUrgency"), areas: row.areas("firstAreas")),
            second: Coding(urgency: try row.choice("urgency"), areas: row.areas("areas")))
        firstBy = row["firstBy"]
        secondBy = row["readBy"]
        readOn = try row.day("readOn")
        settled = (row.optionalChoice("settledUrgency") as Urgency?).map {
            Coding(urgency: $0, areas: row.areas("settledAreas"))
        }
        hasWords = row["hasWords"]
    }
}
