/// How mail programs mark what is quoted, answered or sent on.
struct QuoteMarks {
    let lines: TextLines
    let phrases: MailPhrases

    private var bytes: [UInt8] { lines.bytes }

    /// Whether a line can be a mark at all; most lines of most mail cannot.
    @inline(__always)
    func mayBeMark(_ number: Int, watchesHeads: Bool) -> Bool {
        let line = lines[number]
        guard !line.isBlank else { return false }
        switch bytes[line.end - 1] {
        // A colon, a wide one, or a mark of direction after one.
        case UInt8(ascii: ":"), 0x9A, 0x8E, 0x8F: return true
        default: break
        }
        switch bytes[line.start] {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ">"): return true
        case UInt8(ascii: "*"): return watchesHeads
        case let byte:
            return watchesHeads
                && (phrases.heads.mayBegin(with: byte) || phrases.attributionStarts.mayBegin(with: byte))
        }
    }

    /// Whether the line says that what follows was sent on.
    func isForward(_ number: Int) -> Bool { isBetweenDashes(number, phrases.forwards) || isAlone(number) }

    /// Whether the line says that what follows is the mail that was answered.
    func isOriginal(_ number: Int) -> Bool { isBetweenDashes(number, phrases.originals) }

    private func isBetweenDashes(_ number: Int, _ table: PhraseTable) -> Bool {
        let line = lines[number]
        let dash = UInt8(ascii: "-")
        guard line.end - line.start > 4, bytes[line.end - 1] == dash, bytes[line.start] == dash,
            bytes[line.start + 1] == dash
        else { return false }
        var place = line.start
        while place < line.end, bytes[place] == dash || bytes[place].isASCIISpace { place += 1 }
        return table.longest(in: bytes, at: place, before: line.end) != nil
    }

    /// “Begin forwarded message:” stands without dashes.
    private func isAlone(_ number: Int) -> Bool {
        let line = lines[number]
        guard let colon = colon(atEndOf: number),
            let end = phrases.forwards.longest(in: bytes, at: line.start, before: colon)
        else { return false }
        return bytes.trimmedEnd(from: end, to: colon) == end
    }

    /// The place of the colon that ends a line, wide or followed by a mark of direction as it may be.
    func colon(atEndOf number: Int) -> Int? {
        let line = lines[number]
        var end = line.end
        while end - line.start >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] & 0xFE == 0x8E {
            end -= 3
        }
        guard end > line.start else { return nil }
        if bytes[end - 1] == UInt8(ascii: ":") { return end - 1 }
        let isWide = end - line.start >= 3 && bytes[end - 3] == 0xEF && bytes[end - 2] == 0xBC && bytes[end - 1] == 0x9A
        return isWide ? end - 3 : nil
    }

    /// Whether it is a rule of underscores, as Outlook draws above a mail.
    func isRule(_ number: Int) -> Bool {
        let line = lines[number]
        return line.end - line.start >= 10 && bytes[line.start..<line.end].allSatisfy { $0 == UInt8(ascii: "_") }
    }
}
