/// Parts a source into entries while it is read; what it holds of it stays bounded whatever its size.
///
/// However the bytes are cut into chunks, the entries are the same.
package struct EntrySplitter {
    /// Of one entry; nobody writes mail so long, but for pictures that are not kept.
    package static let mostBytes = 32 << 20
    /// A format is decided on so many bytes, or on the whole source.
    private static let startCount = 8192

    private let name: String
    private let asked: InboxFormat
    private var format: InboxFormat?
    /// What was taken and is not parted yet.
    private var pending: [UInt8] = []
    private var mailbox = MailboxCursor()
    private var letters = LetterCursor()
    /// Set when a source of a single entry was longer than ``mostBytes``.
    private var isOverlong = false
    /// Whether it is a file of another program.
    private var isForeign = false
    /// Mail in units of two bytes is made UTF-8 first, so that its postmarks and heads are seen.
    private var wide: WideText?
    /// Mailboxes of the old Mac end lines with a bare CR.
    private var hasBareReturns = false
    private var count = 0

    /// - Parameters:
    ///   - name: the file's name or path, which helps to tell the format; it is not opened.
    ///   - format: `auto` decides by the first bytes.
    package init(named name: String, format: InboxFormat = .auto) {
        self.name = name
        asked = format
    }

    /// Gives out each entry that is complete.
    package mutating func take(_ chunk: ArraySlice<UInt8>, each: (InboxEntry) throws -> Void) rethrows {
        if isWhole {
            keep(decoded(chunk))
            return
        }
        let isStart = format == nil
        let chunk = decoded(chunk)
        pending += hasBareReturns ? chunk.withLineFeeds[...] : chunk
        if isStart {
            guard pending.count >= Self.startCount else { return }
            decide()
        }
        try part(isEnd: false, each: each)
    }

    /// Gives out the entries that end with the source: at least one in all, also of an empty source.
    package mutating func finish(each: (InboxEntry) throws -> Void) rethrows {
        if format == nil { decide() }
        try part(isEnd: true, each: each)
        if isWhole || count == 0 {
            let kind: InboxEntry.Kind = format == .txt ? .letter : .mail
            try give(InboxEntry(index: 0, kind: kind, bytes: pending, postmark: nil, isCutOff: isOverlong), each)
        }
        pending = []
    }

    /// Whether the source is one entry: a mail, or a file of another program.
    private var isWhole: Bool { format == .eml || format == .maildir || isForeign }

    private mutating func decoded(_ chunk: ArraySlice<UInt8>) -> ArraySlice<UInt8> { wide?.take(chunk)[...] ?? chunk }

    private mutating func decide() {
        var start = Array(pending.prefix(Self.startCount))
        let form = DocumentKind(ofMagicIn: start) == nil ? WideText.Form(of: start[...]) : nil
        let read = form.map { WideText.utf8(of: start[...], $0) } ?? start
        let found = asked == .auto ? InboxFormat(of: read, named: name) : asked
        format = found
        // Letters in UTF-16 are parted as they stand.
        if let form, found != .txt || form.width == 4 {
            wide = WideText(form)
            pending = Array(decoded(pending[...]))
            start = read
        }
        isForeign = DocumentKind(of: start) != nil && !holdsEntries(start, found)
        if isWhole {
            keep([])
        } else if found == .mbox {
            hasBareReturns = !start.contains(0x0A) && start.contains(0x0D)
            if hasBareReturns { pending = pending[...].withLineFeeds }
            if start.starts(with: ByteOrderMark.utf8) { pending.removeFirst(ByteOrderMark.utf8.count) }
        } else {
            letters = LetterCursor(of: start)
        }
    }

    /// Whether a source that begins like another program’s file is parted all the same: bytes that are no text then concern
    /// only the entry in which they stand.
    private func holdsEntries(_ start: [UInt8], _ format: InboxFormat) -> Bool {
        let lines = start[...].withUnixLines[...]
        var place = lines.startIndex
        while place < lines.endIndex {
            let next = lines.afterLine(at: place)
            switch format {
            case .mbox: if Postmark.isOnTop(of: lines[place...]) { return true }
            case .txt:
                if LetterDivider.isIn(String(decoding: lines[place..<next].prefix(200).withDashes, as: UTF8.self)) {
                    return true
                }
            default: return false
            }
            place = next
        }
        return false
    }

    private mutating func keep(_ chunk: ArraySlice<UInt8>) {
        let room = Self.mostBytes - pending.count
        isOverlong = isOverlong || chunk.count > room
        if room < 0 { pending.removeLast(-room) } else { pending += chunk.prefix(room) }
    }

    private mutating func part(isEnd: Bool, each: (InboxEntry) throws -> Void) rethrows {
        guard !isWhole else { return }
        let isMailbox = format == .mbox
        while let found = isMailbox
            ? mailbox.next(in: pending, isEnd: isEnd) : letters.next(in: pending, isEnd: isEnd)
        {
            let raw = pending[found.bytes]
            let entry = InboxEntry(
                index: count, kind: isMailbox ? .mail : .letter,
                bytes: found.hasQuotedPostmarks ? Postmark.unquoted(raw) : letters.mark + raw,
                postmark: found.postmark.map { Array(pending[$0]) }, isCutOff: found.isCutOff)
            try give(entry, each)
        }
        let done = isMailbox ? mailbox.forget() : letters.forget()
        if done > 0 { pending.removeFirst(done) }
    }

    private mutating func give(_ entry: InboxEntry, _ each: (InboxEntry) throws -> Void) rethrows {
        count += 1
        try each(entry)
    }
}

/// Where an entry lies in the bytes that a splitter holds.
struct FoundEntry {
    let bytes: Range<Int>
    var postmark: Range<Int>?
    var isCutOff = false
    /// Whether a line begins with a “>” that the mailbox may have put there.
    var hasQuotedPostmarks = false
}
