/// A message in plain text, maybe with `Key: value` lines on top.
struct Letter {
    private let entry: InboxEntry

    init(_ entry: InboxEntry) { self.entry = entry }

    func reading(phrases: MailPhrases) -> InboxReading {
        let decoded = DecodedText(entry.bytes.prefix(InboxReader.mostBytesOfLetter), label: nil)
        let (about, text) = LetterHead.parted(decoded.text, inMail: false)
        let parts = ReplyParts(of: text, isReply: false, isForward: false, phrases: phrases)
        let message = InboxMessage(
            sent: about.sent, subject: nil, said: nil, text: parts.text, quoted: parts.quoted,
            signature: parts.signature, charset: decoded.charset, messageID: nil, about: about)
        var findings = Findings()
        if entry.bytes.count > InboxReader.mostBytesOfLetter {
            findings.doubts.append(Doubt.overlong)
            findings.alsoFound = [Self.end(of: entry.bytes)]
        }
        if let doubt = decoded.doubt { findings.doubts.append(doubt) }
        if decoded.hadDirectionMarks { findings.remarks.append(Doubt.directionMarks) }
        return InboxReading(of: entry, message: message, findings)
    }

    /// What lies beyond the bytes that are read, or the last of it.
    private static func end(of bytes: [UInt8]) -> String {
        let rest = bytes[InboxReader.mostBytesOfLetter...].suffix(AlsoFound.mostBytes)
        guard let form = WideText.Form(of: bytes[...]) else { return String(decoding: rest, as: UTF8.self) }
        let isWhole = (rest.startIndex - bytes.startIndex).isMultiple(of: form.width)
        return String(decoding: WideText.utf8(of: isWhole ? rest : rest.dropFirst(), form), as: UTF8.self)
    }
}
