package import Foundation
internal import GRDB

/// The newest line of the log by its number and hash: kept outside the database, it shows lines taken off the end.
package struct LogHead: Hashable, Sendable {
    /// Lines are numbered from 1, also past those whose term is over; 0 before the first.
    package let number: Int
    /// 32 bytes.
    package let hash: Data

    package init(number: Int, hash: Data) {
        self.number = number
        self.hash = hash
    }

    /// What the first line of all follows.
    static let beginning = LogHead(number: 0, hash: Data(count: 32))

    init(in db: Database) throws {
        let row = try Row.fetchOne(db, sql: "SELECT number, hash FROM logLine ORDER BY number DESC LIMIT 1")
        self = row.map { LogHead(number: $0["number"], hash: $0["hash"]) } ?? Self.beginning
    }
}

extension Log {
    /// - Throws: ``StoreProblem``.
    package func head() async throws(StoreProblem) -> LogHead {
        do { return try await database.read(LogHead.init(in:)) } catch { throw StoreProblem(error) }
    }

    /// Whether the log still goes on from a head that was noted before.
    ///
    /// It is told by that one line, or by a beginning after it that has its proof; a log whose newest line is older than
    /// that head never goes on from it.
    ///
    /// - Throws: ``StoreProblem``.
    package func goesOn(from noted: LogHead) async throws(StoreProblem) -> Bool {
        let chain = hash
        do {
            return try await database.read { db in
                if noted.number == 0 { return true }
                guard try LogHead(in: db).number >= noted.number else { return false }
                let hash = try Data.fetchOne(
                    db, sql: "SELECT hash FROM logLine WHERE number = ?", arguments: [noted.number])
                if let hash { return hash == noted.hash }
                guard let beginning = try LogBeginning(in: db), beginning.isGenuine(chain) else { return false }
                return beginning.number >= noted.number
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}
