package import Concerns

/// What was passed on about a concern, as the desk reads it; it outlives the concern's original.
package struct SafeguardingRecord: Sendable, Identifiable {
    package let id: ConcernID
    /// Which of the concern's decisions it belongs to, from 1.
    package let number: Int
    package let route: DeskCode
    package let passesIdentity: Bool
    package let by: String
    package let on: Day
    /// What was passed on; nil once its key was erased.
    package let note: SealedNote?
    package let opinion: SecondOpinion?
    /// Whether the decision was undone.
    package let isUndone: Bool

    /// Whether a second moderator has still to say yes or no.
    package var needsSecond: Bool { passesIdentity && opinion == nil && !isUndone }
}

/// What a second moderator said about passing on who a young person is.
package struct SecondOpinion: Sendable {
    package let agrees: Bool
    package let by: String
    package let on: Day
    /// Nil once its key was erased.
    package let note: SealedNote?
}

/// Why a second moderator's word was not taken down.
package enum OpinionRefused: Error, Equatable, CustomStringConvertible {
    case noSuchRecord
    /// Whoever passed it on cannot be the second.
    case isTheFirst
    case alreadyGiven
    /// Nobody is identified by it, or it was undone.
    case needsNone
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .noSuchRecord: "There is no such record. Open it from the concern."
        case .isTheFirst: "You passed this on yourself. Ask another moderator to confirm it."
        case .alreadyGiven: "Another moderator has confirmed or declined this already. Nothing was changed."
        case .needsNone: "This record needs no second moderator. Nothing was changed."
        case .store(let problem): problem.description
        }
    }
}
