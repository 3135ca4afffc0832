internal import Concerns
internal import GRDB

/// What the public site may do with the store: hand in, and read nothing.
package struct Intake: Sendable {
    let database: any DatabaseWriter
    private let arrivals: Arrivals

    init(_ records: Records) {
        database = records.database
        arrivals = Arrivals(database: records.database)
    }

    /// Keeps a concern; returns once it is on disk.
    ///
    /// Concerns that arrive together share one commit, so that FULL durability costs each a fraction of a disk flush.
    ///
    /// - Throws: ``NotKept`` when it is not on disk.
    package func add(_ concern: NewConcern) async throws(NotKept) -> Kept {
        try await arrivals.add(concern).get()
    }

    /// Deletes by what forms of former periods would be known again, once none of them can be sent any more.
    ///
    /// - Throws: ``StoreProblem``.
    package func forgetSendings(before epoch: Int) async throws(StoreProblem) {
        do {
            try await database.write { db in
                try db.execute(sql: "DELETE FROM sending WHERE epoch < ?", arguments: [epoch])
            }
        } catch {
            throw StoreProblem(error)
        }
    }
}

extension Records {
    /// The handle for whoever takes concerns in; one for the whole service, as it groups its commits.
    package var intake: Intake { Intake(self) }
}

/// Gathers concerns that arrive while a commit is under way into the next one.
private actor Arrivals {
    /// So many fit a commit that takes a few milliseconds.
    private static let mostAtOnce = 256

    private let database: any DatabaseWriter
    private var waiting: [(concern: NewConcern, answer: CheckedContinuation<Result<Kept, NotKept>, Never>)] = []
    private var isWriting = false

    init(database: any DatabaseWriter) { self.database = database }

    func add(_ concern: NewConcern) async -> Result<Kept, NotKept> {
        await withCheckedContinuation { answer in
            waiting.append((concern, answer))
            guard !isWriting else { return }
            isWriting = true
            Task { await writeAll() }
        }
    }

    private func writeAll() async {
        while !waiting.isEmpty {
            let batch = Array(waiting.prefix(Self.mostAtOnce))
            waiting.removeFirst(batch.count)
            let results = await write(batch.map(\.concern))
            for (entry, result) in zip(batch, results) { entry.answer.resume(returning: result) }
        }
        isWriting = false
    }

    private func write(_ concerns: [NewConcern]) async -> [Result<Kept, NotKept>] {
        do {
            return try await database.write { db in
                try concerns.map { concern in
                    do {
                        var kept = Kept.kept
                        try db.inSavepoint {
                            kept = try ConcernRecord.insert(concern, into: db)
                            return .commit
                        }
                        return .success(kept)
                    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                        return .failure(NotKept(problem: .refused))
                    }
                    // On any other error, such as a full disk, SQLite has undone the whole commit: none was kept.
                }
            }
        } catch {
            let failure = NotKept(problem: StoreProblem(error))
            return concerns.map { _ in .failure(failure) }
        }
    }
}
