package import Concerns
package import Foundation

/// What an import hands in: a concern, or what it could not make one of.
package enum Arriving: Sendable {
    case concern(NewConcern)
    case quarantined(NewQuarantined)
}

/// An entry of an inbox that no concern can be made of without a person: its source is closed, and nothing of it stands
/// beside it but what the desk needs to find it in time.
package struct NewQuarantined: Sendable {
    /// A concern that is made of it takes the number over.
    package let id: ConcernID
    package let arrivedOn: Day
    package let channel: Channel
    package let authority: GSSCode?
    /// What the rules made of the words that could be read; nil where none could.
    package let urgency: Urgency?
    /// Why no concern was made of it: our own sentence, and nobody's words.
    package let reason: String
    /// The entry as it came, sealed under a key of its own.
    package let source: Data
    /// That key, sealed to the moderators.
    package let key: Data
    /// 32 bytes: a keyed hash of the entry, by which a second import knows it.
    package let mark: Data

    package init(
        id: ConcernID, arrivedOn: Day, channel: Channel, authority: GSSCode?, urgency: Urgency?, reason: String,
        source: Data, key: Data, mark: Data
    ) {
        self.id = id
        self.arrivedOn = arrivedOn
        self.channel = channel
        self.authority = authority
        self.urgency = urgency
        self.reason = reason
        self.source = source
        self.key = key
        self.mark = mark
    }
}
