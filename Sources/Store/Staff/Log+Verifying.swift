internal import Foundation
internal import GRDB

extension Log {
    /// Goes through the whole log, entry by entry, until one does not follow from what was written before it.
    ///
    /// It writes nothing and holds one entry at a time, however many there are.
    ///
    /// - Parameters:
    ///   - noted: the head that is kept outside the database; without it, entries cut off the end cannot be missed.
    ///   - progress: told now and then how many of how many were read.
    /// - Throws: ``StoreProblem``.
    package func verify(
        against noted: LogHead? = nil, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(StoreProblem) -> LogVerdict {
        let hash = hash
        do {
            return try await database.read { db in
                try LogWalk(db: db, hash: hash, noted: noted).verdict(progress)
            }
        } catch {
            throw StoreProblem(error)
        }
    }

    /// The number of the first entry with which something is wrong by the chain alone, or nil.
    ///
    /// - Throws: ``StoreProblem``.
    package func firstBrokenLine() async throws(StoreProblem) -> Int? { try await verify().fault?.number }
}

/// One way through the log.
private struct LogWalk {
    private static let entriesBetweenNews = 10_000

    let db: Database
    let hash: ChainHash
    let noted: LogHead?

    /// A row as it stands there, whatever is in it.
    private struct Entry {
        let number: Int
        let fields: [String]
        let hash: Data

        init(_ row: Row) {
            number = row["number"]
            fields = ["day", "who", "did", "about"].map { row[$0] as String }
            hash = row["hash"]
        }

        func fault(_ kind: LogFault.Kind) -> LogFault { LogFault(number: number, day: fields.first, kind: kind) }
    }

    func verdict(_ progress: (Int, Int) -> Void) throws -> LogVerdict {
        let beginning = try LogBeginning(in: db)
        let ended = beginning?.number ?? 0
        if let beginning, !beginning.isGenuine(hash) {
            let fault = LogFault(number: beginning.number, day: nil, kind: .beginningForged)
            return LogVerdict(entries: 0, ended: ended, fault: fault)
        }
        let total = try LogHead(in: db).number - ended
        var former = beginning.map { LogHead(number: $0.number, hash: $0.hash) } ?? .beginning
        var read = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM logLine ORDER BY number")
        while let row = try rows.next() {
            let entry = Entry(row)
            if let fault = try fault(of: entry, after: former) {
                return LogVerdict(entries: read, ended: ended, fault: fault)
            }
            former = LogHead(number: entry.number, hash: entry.hash)
            read += 1
            if read.isMultiple(of: Self.entriesBetweenNews) || read == total { progress(read, total) }
        }
        return LogVerdict(entries: read, ended: ended, fault: cutOff(after: former))
    }

    private func fault(of entry: Entry, after former: LogHead) throws -> LogFault? {
        let missing = entry.number - former.number - 1
        if missing > 0 { return entry.fault(.missingBefore(missing)) }
        guard hash(former.hash, entry.fields) == entry.hash else {
            return entry.fault(try kind(of: entry, after: former))
        }
        if let noted, noted.number == entry.number, noted.hash != entry.hash { return entry.fault(.replaced) }
        return nil
    }

    /// Why an entry does not follow from the one before it.
    private func kind(of entry: Entry, after former: LogHead) throws -> LogFault.Kind {
        let next = try Row.fetchOne(
            db, sql: "SELECT * FROM logLine WHERE number > ? ORDER BY number LIMIT 1", arguments: [entry.number]
        ).map(Entry.init)
        // One that follows from an entry further down is whole and has only lost its place.
        let others = try Data.fetchCursor(
            db, sql: "SELECT hash FROM logLine WHERE number > ? ORDER BY number", arguments: [entry.number])
        while let other = try others.next() {
            if hash(other, entry.fields) == entry.hash { return .outOfOrder }
        }
        if let next, hash(former.hash, next.fields) == next.hash { return .putIn }
        if next == nil, former == noted { return .putIn }
        return .changed
    }

    private func cutOff(after last: LogHead) -> LogFault? {
        guard let noted, noted.number > last.number else { return nil }
        return LogFault(number: last.number + 1, day: nil, kind: .cutOff(noted.number - last.number))
    }
}
