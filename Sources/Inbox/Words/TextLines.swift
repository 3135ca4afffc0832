/// A text as bytes, and where its lines are.
struct TextLines {
    struct Line {
        /// Where its first word begins; white space above it is not part of a mark.
        let start: Int
        /// Without white space at the line's end.
        let end: Int
        /// With the white space before and after its words.
        let whole: Range<Int>

        var isBlank: Bool { start == end }
    }

    let bytes: [UInt8]
    private(set) var lines: [Line] = []
    /// Whether there is no white space to take away but at the text's end.
    private(set) var isTidy = true

    init(_ text: String) {
        bytes = Array(text.utf8)
        lines.reserveCapacity(bytes.count / 32 + 2)
        var start = 0
        for place in bytes.indices where bytes[place] == 0x0A {
            add(start, place)
            start = place + 1
        }
        add(start, bytes.count)
    }

    private mutating func add(_ start: Int, _ stop: Int) {
        let end = bytes.trimmedEnd(from: start, to: stop)
        let line = Line(start: bytes.trimmedStart(from: start, to: end), end: end, whole: start..<stop)
        if end != stop || (line.isBlank && lines.last?.isBlank != false && stop != bytes.count) { isTidy = false }
        lines.append(line)
    }

    var count: Int { lines.count }
    subscript(number: Int) -> Line { lines[number] }

    /// The byte a line begins with; nil for a blank one.
    @inline(__always)
    func first(_ number: Int) -> UInt8? {
        let line = lines[number]
        return line.isBlank ? nil : bytes[line.start]
    }

    /// A line after “>”, but for faces such as “>:(”.
    func isQuoted(_ number: Int) -> Bool {
        guard first(number) == UInt8(ascii: ">") else { return false }
        let line = lines[number]
        guard line.end - line.start > 1, ":;._=".utf8.contains(bytes[line.start + 1]) else { return true }
        let face = bytes[line.start..<line.end].prefix(5)
        return face.count == 5 && !face.contains(0x20)
    }

    /// Whether there is more in a line than marks; letters of other alphabets, and faces, are more.
    func holdsWords(_ number: Int) -> Bool {
        let line = lines[number]
        return bytes[line.start..<line.end].contains { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0xC2 }
    }

    /// The mark that programs set above a signature; people who draw a line leave its space out.
    func isSignatureMark(_ number: Int) -> Bool {
        let line = lines[number]
        return line.end - line.whole.lowerBound == 2 && line.whole.count <= 3
            && bytes[line.start] == UInt8(ascii: "-") && bytes[line.start + 1] == UInt8(ascii: "-")
    }

    /// The lines as text, with no white space around it or at line ends and never more than one blank line.
    ///
    /// - Parameters:
    ///   - numbers: of lines; ``gap`` where something was taken out.
    ///   - isMarked: whether a program set a “>” before each, which is taken away.
    func joined(_ numbers: [Int], isMarked: Bool = false) -> String {
        var joined: [UInt8] = []
        joined.reserveCapacity(bytes.count)
        var owesBlank = false
        for number in numbers {
            guard number != Self.gap, !lines[number].isBlank else {
                owesBlank = true
                continue
            }
            let line = lines[number]
            var start = joined.isEmpty ? line.start : line.whole.lowerBound
            if isMarked, bytes[line.start] == UInt8(ascii: ">") {
                start = bytes.trimmedStart(from: line.start + 1, to: line.end)
            }
            guard start < line.end else {
                owesBlank = true
                continue
            }
            if !joined.isEmpty { joined += owesBlank ? [0x0A, 0x0A] : [0x0A] }
            joined += bytes[start..<line.end]
            owesBlank = false
            // The space is part of the mark.
            if line.whole.count == 3, isSignatureMark(number), number != numbers.last { joined.append(0x20) }
        }
        while joined.last == 0x20 { joined.removeLast() }
        return String(decoding: joined, as: UTF8.self)
    }

    /// All lines as text, as ``joined(_:)`` gives them.
    var joinedWhole: String {
        guard isTidy, bytes.trimmedStart(from: 0, to: bytes.count) == 0 else { return joined(Array(0..<count)) }
        return String(decoding: bytes[..<bytes.trimmedEnd(from: 0, to: bytes.count)], as: UTF8.self)
    }

    /// The number of a place where lines were taken out.
    static let gap = -1

    /// How many words the lines hold; counting ends at `limit`.
    func words(in numbers: some Sequence<Int>, upTo limit: Int) -> Int {
        var count = 0
        for number in numbers where number != Self.gap {
            var isInWord = false
            for place in lines[number].start..<lines[number].end {
                let isSpace = bytes[place].isASCIISpace
                if !isSpace, !isInWord { count += 1 }
                isInWord = !isSpace
                if count >= limit { return count }
            }
        }
        return count
    }
}
