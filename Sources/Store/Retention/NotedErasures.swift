internal import GRDB
internal import Synchronization

/// What was noted in the transaction under way: when that fails, it was not erased after all.
final class NotedErasures: TransactionObserver, Sendable {
    private let noted = Mutex<[NotedErasure]>([])
    private let keep: ErasureNote
    private let takeBack: ErasureTakenBack

    init(keep: @escaping ErasureNote, takeBack: @escaping ErasureTakenBack) {
        self.keep = keep
        self.takeBack = takeBack
    }

    /// Only within a transaction that writes.
    func note(_ erasures: [NotedErasure]) throws {
        // Before they are kept, as some may be on disk where keeping them fails.
        noted.withLock { $0 += erasures }
        try keep(erasures)
    }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }

    func databaseDidChange(with event: DatabaseEvent) {}

    func databaseDidCommit(_ db: Database) { noted.withLock { $0 = [] } }

    func databaseDidRollback(_ db: Database) {
        let erasures = noted.withLock { noted in
            defer { noted = [] }
            return noted
        }
        if !erasures.isEmpty { takeBack(erasures) }
    }
}
