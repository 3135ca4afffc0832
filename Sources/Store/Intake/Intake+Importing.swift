internal import Concerns
package import Foundation
internal import GRDB

extension Intake {
    /// Keeps what an import found, in its order; returns once all of it is on disk.
    ///
    /// One commit, and so one disk flush, for the whole batch: 256 entries take a few milliseconds. What was there before
    /// (`.alreadyThere`) changes nothing for the others.
    ///
    /// - Throws: ``NotKept`` when the batch is not on disk; then nothing of it is. ``StoreProblem/refused`` is our own
    ///   fault in one of the entries: handed in one by one, the others are kept.
    package func add(_ batch: [Arriving]) async throws(NotKept) -> [Kept] {
        do {
            return try await database.write { db in
                try batch.map { arriving in
                    switch arriving {
                    case .concern(let concern): try ConcernRecord.insert(concern, into: db)
                    case .quarantined(let entry): try QuarantineRecord.insert(entry, into: db)
                    }
                }
            }
        } catch {
            throw NotKept(problem: StoreProblem(error))
        }
    }

    /// Which of these entries were kept before, be it in quarantine; in their order.
    ///
    /// - Throws: ``StoreProblem``.
    package func known(marks: [Data]) async throws(StoreProblem) -> [Bool] {
        do {
            return try await database.read { db in try marks.map { try ImportMark.isKnown($0, in: db) } }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Whether a form with this mark brought something that is kept.
    ///
    /// - Throws: ``StoreProblem``.
    package func isSent(mark: Data) async throws(StoreProblem) -> Bool {
        do {
            return try await database.read { db in
                try db.findsPrepared("SELECT 1 FROM sending WHERE mark = ?", [mark])
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// Adds what an import counted to the report of its day, way and person.
    ///
    /// - Throws: ``StoreProblem``.
    package func note(_ report: ImportReport) async throws(StoreProblem) {
        do {
            try await database.write { db in
                for counted in report.counts where counted.count > 0 {
                    try db.executePrepared(
                        """
                        INSERT INTO importCount (day, way, who, outcome, reason, count) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET count = count + excluded.count
                        """,
                        [
                            report.day.description, report.way.rawValue, report.who, counted.outcome, counted.reason,
                            counted.count,
                        ])
                }
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}
