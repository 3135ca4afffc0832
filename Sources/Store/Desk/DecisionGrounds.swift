package import Concerns
package import Foundation

/// What a decision rests on, as it stays on record; a decision of the demonstration's or an import's has none.
package enum DecisionGrounds: Sendable {
    /// Held for a reason until a day, from which on it waits like any other; `note` may say what is waited for.
    case held(DeskCode, until: Day, note: SealedNote?)
    case refused(DeskCode)
    /// Passed on to those who can protect someone.
    case passedOn(NewSafeguardingRecord)
}

/// What the desk wrote down, closed under a key of its own.
package struct SealedNote: Hashable, Sendable {
    package let sealed: Data
    /// That key, sealed to the moderators.
    package let key: Data

    package init(sealed: Data, key: Data) {
        self.sealed = sealed
        self.key = key
    }
}

/// What was passed on about a concern, and to whom.
package struct NewSafeguardingRecord: Sendable {
    /// A number of its own, which its seal is bound to.
    package let id: ConcernID
    package let route: DeskCode
    package let note: SealedNote
    /// Whether who or where the young person is was or will be passed on; then a second moderator must say yes.
    package let passesIdentity: Bool

    package init(id: ConcernID, route: DeskCode, note: SealedNote, passesIdentity: Bool) {
        self.id = id
        self.route = route
        self.note = note
        self.passesIdentity = passesIdentity
    }
}
