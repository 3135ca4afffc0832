extension QuoteMarks {
    /// The lines in which a program repeats the head of a mail: from, sent, to, subject.
    ///
    /// - Parameter isMarked: whether a mark above says that a head follows, so that one line of it is enough; otherwise
    ///   it must begin with sender or day and name both, and a recipient or subject.
    /// - Returns: the line after its last; nil where no head stands.
    func head(at start: Int, isMarked: Bool) -> Int? {
        var found: UInt64 = 0
        var end = start
        while end < min(start + Self.mostLines, lines.count), !isEmpty(end) {
            if let name = fieldName(end) {
                if !isMarked, end == start, name & Self.first == 0 { return nil }
                found |= name
            } else if end == start || !isContinued(end) {
                break
            }
            end += 1
        }
        guard !isMarked else { return end > start ? end : nil }
        func has(_ heads: MailPhrases.Head...) -> Bool { heads.contains { found & $0.rawValue != 0 } }
        return has(.from) && has(.sent) && has(.to, .subject) ? end : nil
    }

    /// Programs begin a head with the sender, some with the day.
    private static let first = MailPhrases.Head.from.rawValue | MailPhrases.Head.sent.rawValue

    /// Heads have some ten lines; a bound keeps a text of nothing but such lines from being read over and over.
    private static let mostLines = 16

    /// Blank, but for the “>” before a mail that was sent on.
    func isEmpty(_ number: Int) -> Bool {
        let line = lines[number]
        return lines.bytes[line.start..<line.end].allSatisfy { $0 == UInt8(ascii: ">") || $0.isASCIISpace }
    }

    /// Whether the line goes on with a long list of recipients above it.
    private func isContinued(_ number: Int) -> Bool {
        let (above, line) = (lines[number - 1], lines[number])
        let last = lines.bytes[above.end - 1]
        return last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || line.start > line.whole.lowerBound
    }

    /// What the line `Name: value` is a field of; nil for other lines.
    private func fieldName(_ number: Int) -> UInt64? {
        let line = lines[number]
        let bytes = lines.bytes
        var place = line.start
        let before: [UInt8] = [UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "|")]
        while place < line.end, bytes[place].isASCIISpace || before.contains(bytes[place]) { place += 1 }
        var name: UInt64 = 0
        phrases.heads.find(in: bytes, at: place, before: line.end) { end, owners in
            var colon = bytes.trimmedStart(from: end, to: line.end)
            while colon < line.end, bytes[colon] == UInt8(ascii: "*") { colon += 1 }
            if colon < line.end, bytes[colon] == UInt8(ascii: ":") { name |= owners }
        }
        return name == 0 ? nil : name
    }
}
