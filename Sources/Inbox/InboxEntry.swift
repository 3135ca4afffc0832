/// One message of a source, raw.
package struct InboxEntry: Sendable {
    package enum Kind: Hashable, Sendable {
        case mail
        /// Plain text, maybe with `Key: value` lines on top.
        case letter
    }

    /// Its place in the source, 0 for the first.
    package let index: Int
    package let kind: Kind
    /// As they came, but for a mailbox's postmark and the “>” it puts before lines that look like one.
    package let bytes: [UInt8]
    /// The “From ” line above it in a mailbox, for its date.
    package let postmark: [UInt8]?
    /// Whether it went on beyond ``EntrySplitter/mostBytes``; what lay there was passed over.
    package let isCutOff: Bool

    package init(index: Int, kind: Kind, bytes: [UInt8], postmark: [UInt8]?, isCutOff: Bool) {
        self.index = index
        self.kind = kind
        self.bytes = bytes
        self.postmark = postmark
        self.isCutOff = isCutOff
    }
}
