/// What became of one message.
package enum InboxOutcome: String, CaseIterable, Sendable {
    case imported
    /// The same message was taken before.
    case duplicate
    /// A person must look at the source.
    case quarantined
    /// It is no message to us, or there is nothing in it to read.
    case rejected
}

/// What came of reading one message of a source.
package struct InboxReading: Sendable, CustomStringConvertible, CustomReflectable {
    /// Its place in the source, 0 for the first.
    package let index: Int
    /// As far as reading goes: whether it was stored in an earlier run, only the caller can know.
    package let outcome: InboxOutcome
    /// A sentence for a person, without any words of the message or names of its attachments.
    package let reason: String
    /// Nil when nothing in it can be read.
    ///
    /// Mail of programs is rejected, but what words it has are here, since a call for help may hide among them.
    package let message: InboxMessage?
    /// What is hashed under a key to know the message again; never shown and never stored.
    package let identity: [UInt8]
    /// What else can be read in the source, and is neither the message's words nor parted from them: forms of the text that
    /// were not chosen, attached pages, the texts of programs.
    ///
    /// It is only looked through for danger, never kept as words.
    package let alsoFound: [String]

    package init(
        index: Int, outcome: InboxOutcome, reason: String, message: InboxMessage?, identity: [UInt8],
        alsoFound: [String] = []
    ) {
        self.index = index
        self.outcome = outcome
        self.reason = reason
        self.message = message
        self.identity = identity
        self.alsoFound = alsoFound
    }

    /// The same reading, as of a message that was taken before.
    package func asDuplicate(_ reason: String) -> InboxReading {
        InboxReading(
            index: index, outcome: .duplicate, reason: reason, message: message, identity: identity,
            alsoFound: alsoFound)
    }

    package var description: String { "\(index): \(outcome.rawValue). \(reason)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
