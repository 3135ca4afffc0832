package import Concerns
internal import Foundation
internal import GRDB

extension Desk {
    /// What was passed on about a concern, oldest first; each reading is logged by ``noteReadRecords(of:by:on:)``.
    ///
    /// - Throws: ``StoreProblem``.
    package func safeguardingRecords(of id: ConcernID) async throws(StoreProblem) -> [SafeguardingRecord] {
        do {
            return try await database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT record.*, recordKey.sealed AS key, opinion.agrees, opinion.sealed AS opinion,
                            opinion.writtenBy AS secondBy, opinion.writtenOn AS secondOn, opinionKey.sealed AS opinionKey,
                            EXISTS (SELECT 1 FROM undone
                                WHERE undone.concern = record.concern AND undone.number = record.number) AS isUndone
                        FROM safeguardingRecord AS record
                        LEFT JOIN safeguardingKey AS recordKey ON recordKey.record = record.id AND recordKey.part = 'record'
                        LEFT JOIN secondOpinion AS opinion ON opinion.record = record.id
                        LEFT JOIN safeguardingKey AS opinionKey
                            ON opinionKey.record = record.id AND opinionKey.part = 'opinion'
                        WHERE record.concern = ? ORDER BY record.number
                        """,
                    arguments: [id.description]
                ).map(SafeguardingRecord.init(row:))
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Writes in the log that someone read what was passed on.
    ///
    /// - Throws: ``StoreProblem``.
    package func noteReadRecords(of id: ConcernID, by name: String, on day: Day) async throws(StoreProblem) {
        try await log.append(
            LogLine(day: day, who: name, did: "read safeguarding record", about: id.description))
    }

    /// Takes down whether a second moderator agrees that who a young person is be passed on.
    ///
    /// - Parameter note: closed under the record's number; what the second moderator says about it, or nothing.
    /// - Throws: ``OpinionRefused``; then nothing was changed.
    package func giveOpinion(
        on record: ConcernID, agrees: Bool, note: SealedNote, by name: String, on day: Day
    ) async throws(OpinionRefused) {
        do {
            try await database.write { db in
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT concern, writtenBy, passesIdentity,
                            EXISTS (SELECT 1 FROM secondOpinion WHERE record = id) AS isGiven,
                            EXISTS (SELECT 1 FROM undone WHERE undone.concern = safeguardingRecord.concern
                                AND undone.number = safeguardingRecord.number) AS isUndone
                        FROM safeguardingRecord WHERE id = ?
                        """,
                    arguments: [record.description])
                guard let row else { throw OpinionRefused.noSuchRecord }
                guard row["writtenBy"] != name else { throw OpinionRefused.isTheFirst }
                guard !(row["isGiven"] as Bool) else { throw OpinionRefused.alreadyGiven }
                guard row["passesIdentity"] as Bool, !(row["isUndone"] as Bool) else { throw OpinionRefused.needsNone }
                try db.execute(
                    sql: """
                        INSERT INTO secondOpinion (record, agrees, writtenBy, writtenOn, sealed) VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [record.description, agrees, name, day.description, note.sealed])
                try db.execute(
                    sql: "INSERT INTO safeguardingKey (record, part, sealed) VALUES (?, 'opinion', ?)",
                    arguments: [record.description, note.key])
                try log.append(
                    LogLine(
                        day: day, who: name, did: agrees ? "confirmed escalation" : "declined escalation",
                        about: row["concern"]),
                    in: db)
            }
        } catch let refused as OpinionRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
    }

    /// That a concern has a record which passes on who someone is, and which nobody has confirmed or declined.
    static let needsSecond: SQL = """
        EXISTS (SELECT 1 FROM safeguardingRecord AS record WHERE record.concern = concern.id AND passesIdentity = 1
            AND NOT EXISTS (SELECT 1 FROM secondOpinion WHERE secondOpinion.record = record.id)
            AND NOT EXISTS (SELECT 1 FROM undone
                WHERE undone.concern = record.concern AND undone.number = record.number))
        """

    /// That a second moderator declined what was passed on last: nobody may have been told of anything.
    static let isDeclined: SQL = """
        EXISTS (SELECT 1 FROM safeguardingRecord AS record JOIN secondOpinion ON secondOpinion.record = record.id
            WHERE record.concern = concern.id AND agrees = 0 AND record.number = (
                SELECT max(number) FROM decision WHERE decision.concern = concern.id AND NOT EXISTS (
                    SELECT 1 FROM undone WHERE undone.concern = concern.id AND undone.number = decision.number)))
        """

    /// That it was passed on, and nobody has to look at it again: only then is danger no longer called for.
    static let isHandedOn: SQL = "(state = 'escalated' AND NOT \(needsSecond) AND NOT \(isDeclined))"

    /// What ``WaitingConcern`` reads of the second moderator.
    static let ofSecond: SQL = "\(needsSecond) AS needsSecond, \(isDeclined) AS isDeclined"
}

extension SafeguardingRecord {
    fileprivate init(row: Row) throws {
        id = try ConcernID(row["id"] as String)
        number = row["number"]
        route = try DeskCode(row["route"] as String)
        passesIdentity = row["passesIdentity"]
        by = row["writtenBy"]
        on = try row.day("writtenOn")
        note = (row["key"] as Data?).map { SealedNote(sealed: row["sealed"], key: $0) }
        isUndone = row["isUndone"]
        opinion = try row.optionalDay("secondOn").map { day in
            SecondOpinion(
                agrees: row["agrees"], by: row["secondBy"], on: day,
                note: (row["opinionKey"] as Data?).map { SealedNote(sealed: row["opinion"], key: $0) })
        }
    }
}
