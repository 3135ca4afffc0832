/// What stood in a mail beside the young person's own words: parted from them on arrival, and kept so that nothing is lost.
///
/// A moderator may look at it; it never counts as the young person's words, and nothing of it reaches an inspector. It may
/// identify people, so the type shows nothing by itself.
package struct PartedText: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What was quoted from mail that was answered or sent on; nil where there was nothing.
    package let quoted: String?
    /// Signatures, mobile footers and disclaimers.
    package let signature: String?
    /// A line for each attachment, its name and size; what was in them is not kept.
    package let attachments: [String]

    /// - Returns: nil where nothing stood beside the words.
    package init?(quoted: String?, signature: String?, attachments: [String]) {
        guard quoted != nil || signature != nil || !attachments.isEmpty else { return nil }
        self.quoted = quoted
        self.signature = signature
        self.attachments = attachments
    }

    package var description: String { "(words withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
