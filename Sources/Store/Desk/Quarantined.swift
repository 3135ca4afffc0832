package import Concerns
package import Foundation

/// What waits in quarantine, as a list shows it: nothing of what it holds.
package struct Quarantined: Hashable, Sendable, Identifiable {
    package let id: ConcernID
    package let arrivedOn: Day
    package let channel: Channel
    package let authority: GSSCode?
    /// What the rules made of the words that could be read; nil where none could.
    package let urgency: Urgency?
    /// Why no concern was made of it, in a sentence of our own.
    package let reason: String
    /// What a moderator made of it; nil while it waits.
    package let outcome: QuarantineOutcome?
}

/// One quarantined entry with its closed source, as the desk opens it.
package struct QuarantinedSource: Sendable {
    package let summary: Quarantined
    /// The entry as it came, sealed under a key of its own; empty once it was settled.
    package let source: Data
    /// That key, sealed to the moderators; nil once it was erased.
    package let key: Data?
}

/// What a moderator made of something in quarantine; its source is erased with either.
package enum QuarantineOutcome: Hashable, Sendable {
    /// A concern of the same number.
    case taken
    case setAside(SetAside)

    init?(rawValue: String) {
        if rawValue == "taken" {
            self = .taken
        } else if let reason = SetAside(rawValue: rawValue) {
            self = .setAside(reason)
        } else {
            return nil
        }
    }

    var rawValue: String {
        switch self {
        case .taken: "taken"
        case .setAside(let reason): reason.rawValue
        }
    }
}

/// Why a moderator made no concern of something in quarantine.
package enum SetAside: String, CaseIterable, Sendable {
    /// Nobody tells us anything in it.
    case noMessage = "no-message"
    case spam
    /// Nobody will ever be able to read it.
    case unreadable
}

/// How much waits in quarantine.
package struct QuarantineCounts: Hashable, Sendable {
    package let waiting: Int
    /// How much of it sounds like danger.
    package let danger: Int
}

/// Why something in quarantine was not settled.
package enum QuarantineRefused: Error, Equatable, CustomStringConvertible {
    case noSuchEntry
    /// Another moderator was quicker.
    case alreadySettled(QuarantineOutcome)
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .noSuchEntry: "There is no such entry in quarantine. Open it from the list."
        case .alreadySettled: "Another moderator settled this entry. Nothing was changed."
        case .store(let problem): problem.description
        }
    }
}
