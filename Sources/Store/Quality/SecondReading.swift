package import Concerns
package import Foundation

/// A concern to be coded a second time: nothing in it tells what the first reader made of it.
package struct BlindConcern: Sendable {
    package let id: ConcernID
    package let arrivedOn: Day
    package let channel: Channel
    package let teller: Teller?
    package let sharing: Sharing
    /// The words, sealed under the concern's own key.
    package let words: Data
    /// That key, sealed to the moderators.
    package let key: Data
    /// The words as inspectors read them; nil where they read none.
    package let text: ModeratedText?
}

/// What a second reader made of a concern.
package struct SecondReading: Sendable {
    package let concern: ConcernID
    package let coding: Coding
    /// How many different words that identify someone were still in the text, by kind; never the words.
    package let missed: [IdentifierKind: Int]
    /// The account's name.
    package let by: String
    package let on: Day

    package init(concern: ConcernID, coding: Coding, missed: [IdentifierKind: Int], by: String, on: Day) {
        self.concern = concern
        self.coding = coding
        self.missed = missed
        self.by = by
        self.on = on
    }
}

/// A concern that was coded twice, as the quality page shows it.
package struct ReadTwice: Hashable, Sendable, Identifiable {
    package let id: ConcernID
    package let codings: CodedTwice
    package let firstBy: String
    package let secondBy: String
    package let readOn: Day
    /// What both agreed on after they had talked about it; nil where nobody has noted it.
    package let settled: Coding?
    /// Whether its words are still there to be talked about.
    package let hasWords: Bool

    /// Whether something is left to talk about.
    package var isToDiscuss: Bool { codings.first != codings.second && settled == nil && hasWords }
}

/// Why a second reading was not opened or not taken down.
package enum SecondReadingRefused: Error, Equatable, CustomStringConvertible {
    case notChosen
    /// Whoever decided about it cannot read it a second time.
    case ownDecision
    case alreadyRead
    /// It was withdrawn, its words were erased, or it is not accepted any more.
    case lapsed
    /// Only its two readers and the lead moderator settle it.
    case notYours
    /// Both readings say the same, or it is settled.
    case nothingToSettle
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .notChosen:
            "This concern was not chosen to be read twice. Open the next one from the page of second readings."
        case .ownDecision: "You decided about this concern, so somebody else must read it a second time."
        case .alreadyRead: "Another moderator has read this concern a second time. Nothing was changed."
        case .lapsed: "This concern is not there to be read any more. Nothing was changed."
        case .notYours: "Only the two readers and the lead moderator can settle this. Nothing was changed."
        case .nothingToSettle: "There is nothing to settle about this concern. Nothing was changed."
        case .store(let problem): problem.description
        }
    }
}
