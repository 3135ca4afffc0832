extension InboxEntry {
    /// The entry as it is the same in a mailbox, a Maildir and a file of its own; what it is known by when it has no id.
    ///
    /// Line ends are LF; a mailbox's postmark, its own fields, its “>” before “From ” and blank lines at the end are
    /// taken off. A byte 0 in front keeps it apart from ids.
    var canonicalBytes: [UInt8] {
        // Line ends of UTF-16 are not single bytes.
        let isWide = kind == .letter && bytes.contains(0)
        let lines = isWide ? bytes[...] : bytes[...].withUnixLines[...]
        var canonical: [UInt8] = [0]
        canonical += kind == .mail ? Self.withoutMailboxMarks(lines)[...] : lines
        while canonical.last == 0x0A { canonical.removeLast() }
        return canonical
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
