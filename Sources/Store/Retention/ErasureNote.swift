package import Concerns

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

/// Keeps erasures outside the database; it returns once they are on disk.
///
/// It throws ``StoreProblem/cannotWrite`` when they are not; then nothing may be erased.
package typealias ErasureNote = @Sendable ([NotedErasure]) throws -> Void
