import Concerns

/// One mail, as it lies in a file of its own or in a mailbox.
struct Mail {
    private let entry: InboxEntry
    private let part: MailPart

    /// Whether zeros stood in its head.
    private let hadZeros: Bool

    init(_ entry: InboxEntry) {
        self.entry = entry
        let bytes = entry.bytes.starts(with: ByteOrderMark.utf8) ? entry.bytes.dropFirst(3) : entry.bytes[...]
        let withZeros = bytes.place(of: 0x0D) == nil ? bytes : bytes.withUnixLines[...]
        let lines = Self.withoutZeros(withZeros)
        hadZeros = lines.count < withZeros.count
        // Some programs put blank lines above the head.
        let written = lines.first == 0x0A ? lines.drop { $0 == 0x0A } : lines
        part = MailPart(written.count < lines.count && HeaderFields.begin(written) ? written : lines)
    }

    /// Whether bytes that look like no text have the head of a mail on top.
    static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        let start = withoutZeros(bytes.prefix(1 << 16).withUnixLines[...])
        return HeaderFields.begin(start.drop(while: \.isASCIISpace))
    }

    /// Without the zeros in the head, which would end it too early.
    private static func withoutZeros(_ lines: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = lines.place(of: 0) else { return lines }
        let written = lines.drop { $0 == 0x0A || $0 == 0 }
        let end = written.place(of: [0x0A, 0x0A]) ?? lines.endIndex
        guard first < end else { return lines }
        return (lines[..<end].filter { $0 != 0 } + lines[end...])[...]
    }

    func reading(isDraft: Bool, phrases: MailPhrases) -> InboxReading {
        let title = part.fields[.subject].map { EncodedWords($0) }
        let subject = title.map { Subject($0.text, phrases: phrases) }
        let isReply = (isAnswer || subject?.isReply == true) && subject?.isForward != true
        let found = MailText(part, isReply: isReply, phrases: phrases)
        let message = message(found, title: title?.text, phrases: phrases)
        var findings = Findings(attachments: found.attachmentCount, isCutOff: found.isCutOff)
        findings.automatic = AutomaticMail(
            part, subject: title?.text ?? "", text: message.text, isInvitation: found.isInvitation, phrases: phrases)
        if isDraft { findings.doubts.append("It is a draft that was not sent. Look whether it was meant for us.") }
        if entry.isCutOff { findings.doubts.append("It is larger than is read; its end was passed over. Look at it.") }
        if hadZeros { findings.doubts.append(Doubt.controls) }
        findings.doubts += found.doubts
        if let doubt = title?.doubt { findings.doubts.append("In the subject: \(doubt)") }
        findings.remarks = found.repairs
        findings.alsoFound = found.also.texts
        if title?.hadDirectionMarks == true, !findings.remarks.contains(Doubt.directionMarks) {
            findings.remarks.append(Doubt.directionMarks)
        }
        return InboxReading(of: entry, message: message, findings)
    }

    private func message(_ found: MailText, title: String?, phrases: MailPhrases) -> InboxMessage {
        let subject = title.map { Subject($0, phrases: phrases) }
        let isForward = found.holdsForwardedMail || subject?.isForward == true
        var (about, own) = LetterHead.parted(Self.joined(found.own), inMail: true)
        let parts = ReplyParts(
            of: own, isReply: (isAnswer || subject?.isReply == true) && !isForward, isForward: isForward,
            phrases: phrases)
        about.mailbox = MailboxAddress.detail(of: part.fields)
        own = parts.text
        for piece in found.passedOn {
            let said: String? =
                switch piece {
                case .title(let line): Subject(line, phrases: phrases).said
                case .text(let text): text
                }
            let words = String(decoding: Array((said ?? "").utf8)[...].trimmed, as: UTF8.self)
            if !words.isEmpty { own += own.isEmpty ? words : "\n\n" + words }
        }
        return InboxMessage(
            sent: about.sent ?? sent, subject: title.flatMap { $0.isEmpty ? nil : $0 }, said: subject?.said,
            text: own, quoted: parts.quoted, signature: parts.signature,
            charset: found.charset ?? Charset.usASCII.name, messageID: messageID, attachments: found.attachments,
            about: about)
    }

    private var isAnswer: Bool { part.fields.has(.inReplyTo) || part.fields.has(.references) }

    private static func joined(_ pieces: [String]) -> String {
        pieces.count == 1 ? pieces[0] : pieces.joined(separator: "\n\n")
    }

    /// As the sender dated it, else as the mailbox or our own server did when it came.
    private var sent: Day? {
        part.fields[.date].flatMap(MailDate.day(in:)) ?? entry.postmark.flatMap { MailDate.day(in: $0[...]) }
            ?? part.fields[.received].flatMap(MailDate.day(ofReceived:))
    }

    /// Ids are short; a longer one still tells mails apart by its beginning.
    private var messageID: String? {
        guard let field = part.fields[.messageID] else { return nil }
        let brackets = [UInt8(ascii: "<"), UInt8(ascii: ">")]
        let id = field.prefix(2000).filter { $0 > 0x20 && !brackets.contains($0) }
        return id.isEmpty ? nil : String(decoding: id, as: UTF8.self)
    }
}
