package import Concerns
package import Foundation

/// A concern as it arrives: what was told is closed; beside it stands only what queue, counts and receipt need.
package struct NewConcern: Sendable {
    package let id: ConcernID
    package let authority: GSSCode?
    package let channel: Channel
    package let teller: Teller?
    package let sharing: Sharing
    package let arrivedOn: Day
    package let urgency: Urgency
    /// The words, sealed under the concern's own key.
    package let words: Data
    /// The concern's own key, sealed to the moderators.
    package let key: Data
    /// What is kept instead of the receipt; nil for mail, which gets none unless asked.
    package let receipt: NewReceipt?
    /// A keyed hash of the mail, by which a second import knows it; nil for what did not come as mail.
    package let importMark: Data?

    package init(
        id: ConcernID, authority: GSSCode?, channel: Channel, teller: Teller?, sharing: Sharing, arrivedOn: Day,
        urgency: Urgency, words: Data, key: Data, receipt: NewReceipt?, importMark: Data? = nil
    ) {
        self.id = id
        self.authority = authority
        self.channel = channel
        self.teller = teller
        self.sharing = sharing
        self.arrivedOn = arrivedOn
        self.urgency = urgency
        self.words = words
        self.key = key
        self.receipt = receipt
        self.importMark = importMark
    }
}

/// What is kept instead of a receipt.
package struct NewReceipt: Sendable {
    /// 32 bytes that find the thread.
    package let lookup: Data
    /// What the derivation cost, as text.
    package let cost: String
    /// The public key that replies are sealed with.
    package let replyKey: Data

    package init(lookup: Data, cost: String, replyKey: Data) {
        self.lookup = lookup
        self.cost = cost
        self.replyKey = replyKey
    }
}

/// What became of a concern handed in.
package enum Kept: Hashable, Sendable {
    /// It is on disk; only now may a receipt be shown.
    case kept
    /// The same mail was kept before.
    case alreadyThere
}

/// The concern was not kept, and the sender must be told so.
package struct NotKept: Error, Equatable, CustomStringConvertible {
    package let problem: StoreProblem

    package init(problem: StoreProblem) { self.problem = problem }

    package var description: String { "The message was not kept. \(problem)" }
}
