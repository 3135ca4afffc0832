extension InboxEntry {
    /// The entry as it is the same in a mailbox, a Maildir and a file of its own; what it is known by when it has no id.
    ///
    /// Line ends are LF; a mailbox's postmark, its own fields, its “>” before “From ” and blank lines at the end are
    /// taken off. A byte 0 in front keeps it apart from ids.
    ///
    /// A letter is known by its decoded lines: whoever saves it again in another program, with a mark in front or blanks
    /// behind, has not heard from another child.
    var canonicalBytes: [UInt8] {
        if let letter = letterLines { return letter }
        // Line ends of UTF-16 are not single bytes.
        let isWide = kind == .letter && bytes.contains(0)
        let lines = isWide ? bytes[...] : bytes[...].withUnixLines[...]
        var canonical: [UInt8] = [0]
        canonical += kind == .mail ? Self.withoutMailboxMarks(lines)[...] : lines
        while canonical.last == 0x0A { canonical.removeLast() }
        return canonical
    }

    /// Nil for mail, and for what cannot be decoded without a doubt.
    private var letterLines: [UInt8]? {
        guard kind == .letter, bytes.count <= InboxReader.mostBytesOfLetter else { return nil }
        let decoded = DecodedText(bytes[...], label: nil)
        guard decoded.doubt == nil else { return nil }
        let lines = decoded.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last?.isWhitespace == true ? String(line.trimmingEnd) : String(line)
        }
        let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
        let last = lines.lastIndex { !$0.isEmpty } ?? lines.startIndex
        guard first <= last else { return nil }
        return [0] + Array(lines[first...last].joined(separator: "\n").utf8)
    }

    private static let mailboxFields = [
        "status:", "x-status:", "x-keywords:", "x-uid:", "x-imap:", "content-length:", "lines:",
    ]

    private static func withoutMailboxMarks(_ lines: ArraySlice<UInt8>) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(lines.count)
        var place = Postmark.isOnTop(of: lines) ? lines.afterLine(at: lines.startIndex) : lines.startIndex
        var (isInHead, isDropping) = (true, false)
        while place < lines.endIndex {
            let next = lines.afterLine(at: place)
            let line = lines[place..<next]
            place = next
            if line.first == 0x0A { isInHead = false }
            if isInHead {
                let goesOn = line.first == 0x20 || line.first == 0x09
                isDropping = goesOn ? isDropping : mailboxFields.contains(where: line.startsIgnoringCase)
                if isDropping { continue }
            }
            kept += Postmark.isQuoted(line) ? line.drop { $0 == UInt8(ascii: ">") } : line
        }
        return kept
    }
}
