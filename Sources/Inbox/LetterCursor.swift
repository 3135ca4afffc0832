/// Finds the letters in a plain text file, parted by lines that say `--- message ---`, as far as its bytes have come.
struct LetterCursor {
    /// Put before the letter just found: a file says only once, or not at all, that it is in UTF-16.
    private(set) var mark: [UInt8] = []
    private var isFirst = true

    /// Bytes in a unit, and which of them is the low one.
    private let width: Int
    private let low: Int
    private let fileMark: [UInt8]
    private let hasMark: Bool
    /// Where the letter and the line begin, and the unit that is looked at next.
    private var start = 0
    private var line = 0
    private var place = 0
    /// Set when the line is too long to be a divider and its beginning was passed over.
    private var isMidLine = false
    /// Set after a divider that ended in CR: an LF next is part of it.
    private var owesLineFeed = false
    private var isPassing = false
    private var isDone = false

    init(of bytes: [UInt8] = []) {
        hasMark = [ByteOrderMark.utf16LittleEndian, ByteOrderMark.utf16BigEndian, ByteOrderMark.utf8]
            .contains(where: bytes.starts)
        switch Charset.wide(of: bytes[...]) {
        case .utf16LittleEndian: (width, low, fileMark) = (2, 0, ByteOrderMark.utf16LittleEndian)
        case .utf16BigEndian: (width, low, fileMark) = (2, 1, ByteOrderMark.utf16BigEndian)
        default: (width, low, fileMark) = (1, 0, bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8 : [])
        }
    }

    /// The next letter; nil when more bytes must come, or at the end when there is none left.
    mutating func next(in pending: [UInt8], isEnd: Bool) -> FoundEntry? {
        while place + width <= pending.count {
            if !isPassing, place - start > EntrySplitter.mostBytes { return cut() }
            let isEndOfLine = isLineEnd(pending, place)
            let byte = pending[place + low]
            place += width
            if owesLineFeed {
                owesLineFeed = false
                if isEndOfLine, byte == 0x0A {
                    (start, line) = (place, place)
                    continue
                }
            }
            guard isEndOfLine else { continue }
            let isDivider = !isMidLine && isDivider(pending[line..<(place - width)])
            let above = start..<line
            (line, isMidLine) = (place, false)
            owesLineFeed = isDivider && byte == 0x0D
            if isDivider, let found = part(above, of: pending) { return found }
        }
        guard isEnd, !isDone else { return nil }
        isDone = true
        let end = !isMidLine && isDivider(pending[line...]) ? line : pending.count
        return part(start..<max(start, end), of: pending, isLast: true)
    }

    /// The count of bytes that are done with; all places move by as much.
    mutating func forget() -> Int {
        if isPassing, place - line > 200 { (line, isMidLine) = (place, true) }
        let done = isPassing ? line : start
        (start, line, place) = (isPassing ? 0 : start - done, line - done, place - done)
        return done
    }

    /// Nil when the letter was given out before or is blank; a blank one that is the only one is the splitter's matter.
    private mutating func part(_ above: Range<Int>, of pending: [UInt8], isLast: Bool = false) -> FoundEntry? {
        let wasPassing = isPassing
        isPassing = false
        mark = isFirst && hasMark ? [] : fileMark
        isFirst = false
        start = place
        if wasPassing || pending[above].allSatisfy({ $0.isASCIISpace || $0 == 0 || fileMark.contains($0) }) {
            return nil
        }
        if above.count > EntrySplitter.mostBytes {
            return FoundEntry(bytes: above.lowerBound..<above.lowerBound + EntrySplitter.mostBytes, isCutOff: true)
        }
        return FoundEntry(bytes: above)
    }

    private mutating func cut() -> FoundEntry {
        isPassing = true
        mark = isFirst && hasMark ? [] : fileMark
        return FoundEntry(bytes: start..<start + EntrySplitter.mostBytes, isCutOff: true)
    }

    private func isLineEnd(_ bytes: [UInt8], _ place: Int) -> Bool {
        let unit = bytes[place + low]
        return (unit == 0x0A || unit == 0x0D) && (width == 1 || bytes[place + 1 - low] == 0)
    }

    private func isDivider(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 200 else { return false }
        let units = line.starts(with: fileMark) ? line.dropFirst(fileMark.count) : line
        // Most lines are told by their first sign.
        guard let first = units.first(where: { !$0.isASCIISpace }),
            first == UInt8(ascii: "-") || first >= 0x80 || width == 2
        else { return false }
        guard width == 2 else { return LetterDivider.isIn(String(decoding: units.withDashes, as: UTF8.self)) }
        let places = stride(from: units.startIndex, to: units.endIndex - 1, by: 2)
        return LetterDivider.isIn(
            String(decoding: places.map { UInt16(units[$0 + 1 - low]) << 8 | UInt16(units[$0 + low]) }, as: UTF16.self))
    }
}
