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
    /// The first concern of the thread that it adds to, and then it has no receipt of its own; nil for a first message.
    package let thread: ConcernID?
    /// By what a second sending of the same form is known; nil where there was no form.
    package let sending: Sending?
    /// By what copies of it are found: 64 bytes, closed; nil where none was drawn.
    package let sketch: Data?
    /// By when it should be decided; nil where nobody knows when it came.
    package let due: NewDue?

    package init(
        id: ConcernID, authority: GSSCode?, channel: Channel, teller: Teller?, sharing: Sharing, arrivedOn: Day,
        urgency: Urgency, words: Data, key: Data, receipt: NewReceipt?, importMark: Data? = nil,
        thread: ConcernID? = nil, sending: Sending? = nil, sketch: Data? = nil, due: NewDue? = nil
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
        self.thread = thread
        self.sending = sending
        self.sketch = sketch
        self.due = due
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
    /// The same mail, or the same form with the same words, was kept before; nothing was kept now.
    case alreadyThere
    /// The same form was kept before with other words, or what it brought was taken back since; nothing was kept now.
    case otherWords
}

/// By what a form is known again when it is sent twice, so that an impatient thumb does no harm.
package struct Sending: Hashable, Sendable {
    /// 32 bytes: a keyed hash of the form's own number.
    package let mark: Data
    /// 32 bytes: a keyed hash of what was in the form.
    package let content: Data
    /// The period whose key made both; counts upwards.
    package let epoch: Int

    package init(mark: Data, content: Data, epoch: Int) {
        self.mark = mark
        self.content = content
        self.epoch = epoch
    }
}

/// The concern was not kept, and the sender must be told so.
package struct NotKept: Error, Equatable, CustomStringConvertible {
    package let problem: StoreProblem

    package init(problem: StoreProblem) { self.problem = problem }

    package var description: String { "The message was not kept. \(problem)" }
}
