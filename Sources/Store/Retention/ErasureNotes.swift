package import Concerns
internal import GRDB

/// What was erased, as it is kept outside the database for the backups that still hold it.
package enum ErasureKind: UInt8, CaseIterable, Sendable {
    /// The young person took it back; the words may stay for someone's safety.
    case takenBack = 1
    /// The words, their key and all that was made of them.
    case whole = 2
    /// The original and its key, as their term was over; the moderated text stays.
    case original = 3
    /// The receipt with its replies, as its term was over.
    case receipt = 4
    /// What was passed on for someone's safety, as its term was over; that it was, and where to, stays.
    case safeguardingRecord = 5
    /// The text that inspectors could read: changed, or taken from them, as it said too much.
    case readText = 6
    /// An account that may not sign in any more; under its name.
    case account = 7
    /// A source in quarantine of which no concern was made.
    case setAside = 8
}

/// One erasure, on a day no finer than the database keeps it.
package struct NotedErasure: Hashable, Sendable {
    package let kind: ErasureKind
    /// The number of the concern, of its source or of the safeguarding record, or the account's name.
    package let id: String
    package let day: Day

    package init(_ kind: ErasureKind, of id: String, on day: Day) {
        self.kind = kind
        self.id = id
        self.day = day
    }
}

/// Keeps erasures outside the database.
package struct ErasureNotes: Sendable {
    private let keep: @Sendable ([NotedErasure]) throws -> Void
    private let takeBack: @Sendable ([NotedErasure]) -> Void

    /// - Parameters:
    ///   - keep: returns once they are on disk; throws ``StoreProblem/cannotWrite`` when they are not, and then keeps none.
    ///   - takeBack: makes of what was kept something that never was.
    package init(
        keep: @escaping @Sendable ([NotedErasure]) throws -> Void,
        takeBack: @escaping @Sendable ([NotedErasure]) -> Void
    ) {
        self.keep = keep
        self.takeBack = takeBack
    }

    /// For what is erased again by the list itself, and where no backups are made.
    package static let none = ErasureNotes(keep: { _ in }, takeBack: { _ in })

    /// Notes what the caller's transaction is about to erase, before it does, and takes it back if that is rolled back.
    ///
    /// Otherwise a concern that lives on, as the disk was full or something else went wrong, would be lost from a backup
    /// that is restored.
    ///
    /// - Throws: ``StoreProblem/cannotWrite``; then nothing may be erased.
    func note(_ erasures: [NotedErasure], in db: Database) throws {
        guard !erasures.isEmpty else { return }
        try keep(erasures)
        db.afterNextTransaction(onCommit: { _ in }, onRollback: { _ in takeBack(erasures) })
    }
}
