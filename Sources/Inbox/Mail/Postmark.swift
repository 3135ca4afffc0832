import Foundation

/// The line above a mail in a mailbox: “From sender Mon Mar  2 10:02:00 2026”.
enum Postmark {
    /// Postmarks are short: a longer line is text.
    static let mostBytes = 400
    /// A line and as much of the next as tells a field.
    static let mostLook = mostBytes + 100

    enum Look {
        /// Not known before more has been read.
        case open
        case none
        /// A postmark; whether a field of a mail's head stands on the next line.
        case found(isAboveField: Bool)
    }

    static func isOnTop(of bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer {
            if case .found = look($0, at: 0, isEnd: true) { return true }
            return false
        }
    }

    /// - Parameter start: the place at which a line begins.
    static func look(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isEnd: Bool) -> Look {
        let line = UnsafeBufferPointer(rebasing: bytes[start..<min(start + mostBytes, bytes.count)])
        let isWhole = line.count == mostBytes || isEnd
        guard line.prefix(5).elementsEqual(Self.from.prefix(line.count)) else { return .none }
        let end = line.firstIndex(of: 0x0A)
        guard line.count >= 5, let end = end ?? (isEnd && line.count < mostBytes ? line.count : nil) else {
            return isWhole ? .none : .open
        }
        guard hasDate(UnsafeBufferPointer(rebasing: line[5..<end])) else { return .none }
        let next = bytes[min(start + end + 1, bytes.count)...].prefix(mostLook - mostBytes)
        let isField = beginsField(next)
        if isField || isEnd || next.count == mostLook - mostBytes || next.contains(0x0A) {
            return .found(isAboveField: isField)
        }
        return .open
    }

    private static let from = Array("From ".utf8)

    /// Whether a line is a field of a head, or an escaped postmark above one.
    private static func beginsField(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        if line.first == UInt8(ascii: ">") { return line.dropFirst().starts(with: from) }
        guard let colon = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 <= 0x20 || $0 >= 0x7F }) else {
            return false
        }
        return colon > line.startIndex && line[colon] == UInt8(ascii: ":")
    }

    /// A weekday, then month, time of day and year, as in `asctime`; what stands before them is the sender's address.
    ///
    /// The shape is strict, since not every program escapes a sentence that begins with “From ”.
    private static func hasDate(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var isDated = false
        var (hasMonth, hasTime, hasYear, words) = (false, false, false, 0)
        var place = 0
        while place < line.count {
            let start = place
            while place < line.count, !line[place].isASCIISpace { place += 1 }
            let word = line[start..<place]
            place += 1
            if word.isEmpty { continue }
            if !isDated {
                isDated = start > 0 && MailDate.isWeekday(word)
                continue
            }
            words += 1
            hasMonth = hasMonth || MailDate.month(word) != nil
            hasTime = hasTime || word.contains(UInt8(ascii: ":")) && word.first?.isASCIIDigit == true
            hasYear = hasYear || word.count == 4 && word.allSatisfy(\.isASCIIDigit)
        }
        return hasMonth && hasTime && hasYear && words <= 8
    }

    /// The bytes of a mail without the “>” that mailboxes put before a line that looks like a postmark.
    ///
    /// mboxrd adds one before any number of “>” and “From ”; mboxo only before a bare “From ”. Taking one away is right
    /// for both, but for quotes of quotes in mboxo, which nobody can tell.
    static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var unquoted: [UInt8] = []
        unquoted.reserveCapacity(bytes.count)
        var rest = bytes
        while !rest.isEmpty {
            let end = rest.place(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
            let line = rest[..<end]
            unquoted += isQuoted(line) ? line.dropFirst() : line
            rest = rest[end...]
        }
        return unquoted
    }

    static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: ">") && line.drop { $0 == UInt8(ascii: ">") }.starts(with: from)
    }
}
