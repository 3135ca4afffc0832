/// A subject line, and what of it the sender said.
struct Subject {
    let isReply: Bool
    let isForward: Bool
    /// The line without `Re:` and `Fwd:`; nil when nothing is left, or only what mail programs write by themselves.
    let said: String?

    /// A mark is short; a colon further on is the sender's.
    private static let longestMark = 40

    init(_ line: String, phrases: MailPhrases) {
        let bytes = Array(line.utf8)
        let end = bytes.trimmedEnd(from: 0, to: bytes.count)
        var start = bytes.trimmedStart(from: 0, to: end)
        var (isReply, isForward) = (false, false)
        while start < end {
            if let next = Self.after(phrases.replyMarks, bytes, start, end) {
                (isReply, start) = (true, next)
            } else if let next = Self.after(phrases.forwardMarks, bytes, start, end) {
                (isForward, start) = (true, next)
            } else {
                break
            }
        }
        self.isReply = isReply
        self.isForward = isForward
        let saysNothing =
            start == end || phrases.unsaidSubjects.longest(in: bytes, at: start, before: end) == end
            || Self.isOnlyMarks(bytes[start..<end])
        said =
            saysNothing
            ? nil : start == 0 && end == bytes.count ? line : String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// What follows a mark of the table and its colon, as in `Re: `, `RE[2]:`, `Re (3):` or `RE :`.
    private static func after(_ table: PhraseTable, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        var next: Int?
        let window = min(end, start + longestMark)
        table.find(in: bytes, at: start, before: window) { stop, _ in
            var place = bytes.trimmedStart(from: stop, to: window)
            if place < window, bytes[place] == UInt8(ascii: "[") || bytes[place] == UInt8(ascii: "(") {
                while place < window, bytes[place] != UInt8(ascii: "]"), bytes[place] != UInt8(ascii: ")") {
                    place += 1
                }
                place = bytes.trimmedStart(from: min(place + 1, window), to: window)
            }
            guard place < window else { return }
            let isWide = place + 2 < end && bytes[place] == 0xEF && bytes[place + 1] == 0xBC && bytes[place + 2] == 0x9A
            guard isWide || bytes[place] == UInt8(ascii: ":") else { return }
            next = next ?? bytes.trimmedStart(from: place + (isWide ? 3 : 1), to: end)
        }
        return next
    }

    private static func isOnlyMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
        if bytes.contains(where: { $0.isASCIILetter || $0.isASCIIDigit }) { return false }
        return !String(decoding: bytes, as: UTF8.self).contains { $0.isLetter || $0.isNumber || $0.isSymbol }
    }
}
