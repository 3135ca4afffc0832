import Concerns

/// What became of one message.
package enum InboxOutcome: String, CaseIterable, Sendable {
    case imported
    /// The same message was taken before.
    case duplicate
    /// A person must look at the source.
    case quarantined
    /// There is nothing in it to read.
    case rejected
}

/// What came of reading one message of a source.
package struct InboxReading: Hashable, Sendable {
    /// Its place in the source, 0 for the first.
    package let index: Int
    /// As far as reading goes: whether it was stored in an earlier run, only the caller can know.
    package let outcome: InboxOutcome
    /// A sentence for a person, without any words of the message.
    package let reason: String
    /// Nil when it was rejected.
    package let message: InboxMessage?

    package init(index: Int, outcome: InboxOutcome, reason: String, message: InboxMessage?) {
        self.index = index
        self.outcome = outcome
        self.reason = reason
        self.message = message
    }
}

extension InboxReading {
    /// Weighs what was found: doubts set the message aside, otherwise its words are taken.
    init(index: Int, message: InboxMessage, doubts: [String], attachments: Int) {
        let length = message.original.words.unicodeScalars.count
        let unread = attachments == 1 ? "the attachment" : "\(attachments) attachments"
        let outcome: InboxOutcome
        let reason: String
        if let doubt = doubts.first {
            (outcome, reason) = (.quarantined, doubt)
        } else if length > InboxReader.longestMessage {
            outcome = .quarantined
            reason = "It has \(length) characters; up to \(InboxReader.longestMessage) are taken unseen. Read it first."
        } else if length == 0, attachments > 0 {
            (outcome, reason) = (.quarantined, "Its words, if any, are in \(unread). Look, and key in what is said.")
        } else if length == 0 {
            (outcome, reason) = (.rejected, "There are no words in it.")
        } else if attachments > 0 {
            (outcome, reason) = (.imported, "The words were read; \(unread) stayed behind.")
        } else if message.text.isEmpty {
            (outcome, reason) = (.imported, "All its words are in the subject line.")
        } else {
            (outcome, reason) = (.imported, "The words were read.")
        }
        self.init(index: index, outcome: outcome, reason: reason, message: outcome == .rejected ? nil : message)
    }

    /// The same reading as of a message that stood in the source before.
    var asDuplicate: InboxReading {
        InboxReading(
            index: index, outcome: .duplicate, reason: "The same message stands earlier in this source.",
            message: message)
    }
}
