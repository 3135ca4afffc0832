/// Reads mail and letters: bytes in, messages out, whatever the bytes are.
package struct InboxReader: Sendable {
    /// In Unicode scalars, as on the page where young people write to us.
    package static let longestMessage = 10_000
    /// What is read of a letter; one that is longer is for a person, who has all of it.
    static let mostBytesOfLetter = 2 << 20

    let phrases: MailPhrases

    package init(phrases: MailPhrases) { self.phrases = phrases }

    /// - Parameter name: the file's name or path, which in a Maildir tells drafts; it is not opened.
    package func reading(of entry: InboxEntry, named name: String) -> InboxReading {
        if let kind = DocumentKind(of: entry.bytes) {
            // Mail in which some bytes are no text is read as far as it goes.
            let isMail = kind == .binary && entry.kind == .mail && Mail.begins(entry.bytes[...])
            if !isMail { return kind.reading(of: entry) }
        }
        switch entry.kind {
        case .letter: return Letter(entry).reading(phrases: phrases)
        case .mail: return Mail(entry).reading(isDraft: Self.isDraft(name), phrases: phrases)
        }
    }

    /// What is found in a whole source, in its order; at least one reading, whatever the bytes.
    ///
    /// Of messages with one identity the later ones are duplicates, as mailboxes put together from several hold them.
    package func readings(
        of bytes: [UInt8], named name: String, format: InboxFormat = .auto
    ) -> [InboxReading] {
        var readings: [InboxReading] = []
        var seen: Set<[UInt8]> = []
        func read(_ entry: InboxEntry) {
            let reading = reading(of: entry, named: name)
            let isNew = reading.outcome == .rejected || seen.insert(reading.identity).inserted
            readings.append(isNew ? reading : reading.asDuplicate("The same message stands earlier in this source."))
        }
        var splitter = EntrySplitter(named: name, format: format)
        splitter.take(bytes[...], each: read)
        splitter.finish(each: read)
        return readings
    }

    /// In a Maildir the flags of a mail end its file's name, as in `1700.M1P2.host:2,DS`.
    private static func isDraft(_ name: String) -> Bool {
        guard let mark = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
        let flags = name.utf8[mark...].dropFirst()
        return flags.starts(with: "2,".utf8) && flags.contains(UInt8(ascii: "D"))
    }
}
