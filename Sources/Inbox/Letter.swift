/// A plain text file: one message.
enum Letter {
    static func reading(of bytes: [UInt8]) -> InboxReading {
        let decoded = DecodedText(bytes[...], label: nil)
        let parts = ReplyParts(of: decoded.text, isReply: false, isForward: false)
        let message = InboxMessage(
            sent: nil, subject: nil, text: parts.text, quoted: parts.quoted, signature: parts.signature,
            charset: decoded.charset, messageID: nil)
        return InboxReading(index: 0, message: message, doubts: decoded.doubt.map { [$0] } ?? [], attachments: 0)
    }
}
