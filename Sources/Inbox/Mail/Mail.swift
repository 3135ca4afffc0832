/// One mail, as it lies in a file of its own or in a mailbox.
struct Mail {
    private let part: MailPart
    /// The line above it in a mailbox; tells the day where the mail does not.
    private let postmark: ArraySlice<UInt8>?

    /// - Parameter bytes: with LF line ends.
    init(_ bytes: [UInt8], postmark: ArraySlice<UInt8>? = nil) {
        part = MailPart(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        self.postmark = postmark
    }

    func reading(index: Int) -> InboxReading {
        if let reason = AutomaticMail.reason(part) {
            return InboxReading(index: index, outcome: .rejected, reason: reason, message: nil)
        }
        let found = MailText(part)
        let title = part.fields["subject"].map(EncodedWords.text)
        let subject = title.map { Subject($0.text) }
        let isAnswer = part.fields["in-reply-to"] != nil || part.fields["references"] != nil
        let isForward = found.holdsForwardedMail || subject?.isForward == true
        let parts = ReplyParts(
            of: found.text, isReply: (isAnswer || subject?.isReply == true) && !isForward, isForward: isForward)
        let message = InboxMessage(
            sent: (part.fields["date"] ?? postmark).flatMap(MailDate.day),
            subject: title.flatMap { $0.text.isEmpty ? nil : $0.text },
            text: parts.text, quoted: parts.quoted, signature: parts.signature,
            charset: found.charset ?? Charset.usASCII.rawValue, messageID: messageID)
        let titleDoubt = title?.doubt.map { "In the subject: \($0)" }
        let reading = InboxReading(
            index: index, message: message, doubts: found.doubts + [titleDoubt].compactMap { $0 },
            attachments: found.attachments)
        guard part.isCutOff, reading.outcome == .imported else { return reading }
        return InboxReading(
            index: index, outcome: .imported, reason: "The mail was cut off on its way; what had come was read.",
            message: message)
    }

    private var messageID: String? {
        guard let field = part.fields["message-id"] else { return nil }
        let brackets = [UInt8(ascii: "<"), UInt8(ascii: ">")]
        let id = String(decoding: field.filter { !$0.isASCIISpace && !brackets.contains($0) }, as: UTF8.self)
        return id.isEmpty ? nil : id
    }
}
