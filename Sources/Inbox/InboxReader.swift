import Concerns

/// Reads mail and letters: bytes in, messages out, whatever the bytes are.
package enum InboxReader {
    /// In Unicode scalars, as on the page where young people write to us.
    package static let longestMessage = 10_000

    /// What is found in a source, in its order; at least one reading, whatever the bytes.
    ///
    /// - Parameter name: the file's name or path, which helps to tell the format; it is not opened.
    package static func readings(
        of bytes: [UInt8], named name: String, format: InboxFormat = .auto
    ) -> [InboxReading] {
        if bytes.allSatisfy({ $0 == 0 || $0.isASCIISpace }) {
            return [InboxReading(index: 0, outcome: .rejected, reason: "It is empty.", message: nil)]
        }
        if let kind = DocumentKind(of: bytes) {
            return [kind.reading]
        }
        switch format == .auto ? InboxFormat(of: bytes, named: name) : format {
        case .auto, .txt:
            return [Letter.reading(of: bytes)]
        case .eml, .maildir:
            return [Mail(withUnixLines(bytes)).reading(index: 0)]
        case .mbox:
            let mails = Mailbox.mails(in: withUnixLines(bytes))
            return marked(mails.enumerated().map { $1.reading(index: $0) })
        }
    }

    /// Mailboxes put together from several hold the same mail twice.
    ///
    /// Its id tells, but only together with its words, since some senders' programs give one id to all they send.
    private static func marked(_ readings: [InboxReading]) -> [InboxReading] {
        var seen: Set<[String]> = []
        return readings.map { reading in
            guard let message = reading.message, let id = message.messageID else { return reading }
            return seen.insert([id, message.original.words]).inserted ? reading : reading.asDuplicate
        }
    }
}
