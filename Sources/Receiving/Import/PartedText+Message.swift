import Concerns
import Inbox

extension PartedText {
    /// So much is kept of each, in Unicode scalars, that it fits the seal together with the longest words.
    private static let (mostQuoted, mostSigned, mostNamed, mostAttachments) = (20_000, 2_000, 200, 50)

    /// What stood beside the words of a message; nil where nothing did.
    init?(beside message: InboxMessage) {
        self.init(
            quoted: message.quoted?.beginning(Self.mostQuoted),
            signature: message.signature?.beginning(Self.mostSigned),
            attachments: message.attachments.prefix(Self.mostAttachments).map { attachment in
                "\((attachment.name ?? attachment.type).beginning(Self.mostNamed)) (\(attachment.byteCount) B)"
            })
    }
}

extension String {
    fileprivate func beginning(_ most: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(most))) }
}
