package import Concerns

/// A message as it was read, its words parted into what was written, quoted and signed.
///
/// The words may identify a child, so its description is fixed and its mirror empty, as with `Original`.
package struct InboxMessage: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The day in the sender's own calendar, as the message states it; nil where it states none.
    package let sent: Day?
    /// The decoded subject, on one line; nil when there is none.
    package let subject: String?
    /// What the sender wrote, with `\n` line ends.
    package let text: String
    /// What the sender quoted from mail they answered; nil when nothing was split off.
    package let quoted: String?
    package let signature: String?
    /// The name of the charset that the text was decoded from, such as `utf-8`.
    package let charset: String
    /// Without its angle brackets; of use only in a keyed hash that tells whether the mail was taken before.
    package let messageID: String?
    package let attachments: [InboxAttachment]
    /// What the message says about itself besides its words.
    package let about: InboxAbout
    /// The words to be sealed: the text, under its subject where that says something.
    package let original: Original

    /// - Parameter said: what of the subject the sender wrote; nil when it says nothing of its own.
    package init(
        sent: Day?, subject: String?, said: String?, text: String, quoted: String?, signature: String?,
        charset: String, messageID: String?, attachments: [InboxAttachment] = [], about: InboxAbout = InboxAbout()
    ) {
        self.sent = sent
        self.subject = subject
        self.text = text
        self.quoted = quoted
        self.signature = signature
        self.charset = charset
        self.messageID = messageID
        self.attachments = attachments
        self.about = about
        if let said, !text.hasPrefix(said) {
            original = Original(text.isEmpty ? said : "\(said)\n\n\(text)")
        } else {
            original = Original(text)
        }
    }

    package var description: String { "(words withheld)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
