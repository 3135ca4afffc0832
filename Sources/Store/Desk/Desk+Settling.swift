package import Concerns
internal import GRDB

extension Desk {
    /// Makes a concern of what was keyed in from a quarantined entry, which is settled by it: the concern, the erased source
    /// and the log line are one transaction.
    ///
    /// - Parameter concern: under the entry's own number and without an import mark, which the entry has.
    /// - Throws: ``QuarantineRefused``; then nothing was changed.
    package func take(
        _ concern: NewConcern, by name: String, on day: Day
    ) async throws(QuarantineRefused) {
        let line = LogLine(day: day, who: name, did: "took from quarantine", about: concern.id.description)
        try await settle(concern.id, as: .taken, line) { db in
            guard try ConcernRecord.insert(concern, into: db) == .kept else { throw StoreProblem.refused }
        }
    }

    /// Sets a quarantined entry aside for good: the erased source and the log line are one transaction.
    ///
    /// - Throws: ``QuarantineRefused``; then nothing was changed.
    package func setAside(
        _ id: ConcernID, as reason: SetAside, by name: String, on day: Day
    ) async throws(QuarantineRefused) {
        let line = LogLine(day: day, who: name, did: "set aside as \(reason.rawValue)", about: id.description)
        try await settle(id, as: .setAside(reason), line) { [log] db in
            try log.erasures.note([NotedErasure(.setAside, of: id.description, on: day)], in: db)
        }
    }

    private func settle(
        _ id: ConcernID, as outcome: QuarantineOutcome, _ line: LogLine,
        _ more: @escaping @Sendable (Database) throws -> Void
    ) async throws(QuarantineRefused) {
        do {
            try await database.write { db in
                let row = try Row.fetchOne(
                    db, sql: "SELECT outcome FROM quarantine WHERE id = ?", arguments: [id.description])
                guard let row else { throw QuarantineRefused.noSuchEntry }
                if let former = (row["outcome"] as String?).flatMap(QuarantineOutcome.init(rawValue:)) {
                    throw QuarantineRefused.alreadySettled(former)
                }
                try more(db)
                try Self.erase(id.description, as: outcome, in: db)
                try log.append(line, in: db)
            }
        } catch let refused as QuarantineRefused {
            throw refused
        } catch {
            throw .store(StoreProblem(error))
        }
        await database.clear(.inFile)
    }

    /// Erases the key, which erases the source wherever a copy of it lies, and the source here.
    static func erase(_ id: String, as outcome: QuarantineOutcome, in db: Database) throws {
        try db.execute(sql: "DELETE FROM quarantineKey WHERE quarantined = ?", arguments: [id])
        try db.execute(
            sql: "UPDATE quarantine SET outcome = ?, source = x'' WHERE id = ?", arguments: [outcome.rawValue, id])
    }
}
