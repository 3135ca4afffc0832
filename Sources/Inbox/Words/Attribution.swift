/// The line or lines above a quote that name its writer, such as “On 2 March 2026 at 10:02, A Writer wrote:”.
struct Attribution {
    /// Its first line.
    let start: Int
    /// Whether it holds an address, as only programs write it, so that it counts without a quoted line below.
    let hasAddress: Bool
}

extension QuoteMarks {
    /// Programs that wrap at 72 put it on two lines, or more with long names.
    private static let mostLines = 4
    private static let mostBytes = 400

    /// The attribution whose last line is `last`; nil where the line only ends with a colon.
    func attribution(endingAt last: Int) -> Attribution? {
        guard let colon = colon(atEndOf: last) else { return nil }
        let end = lines.bytes.trimmedEnd(from: lines[last].start, to: colon)
        var addressed: Attribution?
        for start in stride(from: last, through: max(0, last - Self.mostLines + 1), by: -1) {
            let first = lines[start].start
            guard !lines[start].isBlank, !lines.isQuoted(start), end - first <= Self.mostBytes else { break }
            let moment = Moment(lines.bytes, first, end)
            guard moment.isNamed else { continue }
            // Some programs leave the verb out: “02.03.2026, 10:02, A Writer <writer@post.example>:”.
            if moment.hasYear, moment.hasTime, moment.hasAddress, lines.bytes[end - 1] == UInt8(ascii: ">") {
                return Attribution(start: start, hasAddress: true)
            }
            let languages = verbs(first, end)
            var starts: UInt64 = 0
            phrases.attributionStarts.find(in: lines.bytes, at: first, before: end) { stop, owners in
                if lines.bytes[stop].isASCIISpace { starts |= owners }
            }
            let attribution = Attribution(start: start, hasAddress: moment.hasAddress)
            if languages & starts != 0 { return attribution }
            guard languages & phrases.startless != 0 || (languages != 0 && moment.hasAddress) else { continue }
            if moment.hasYear || moment.hasTime { return attribution }
            if moment.hasAddress { addressed = addressed ?? attribution }
        }
        return addressed
    }

    /// Whether the quote goes on behind the colon, as Yahoo's has it: “On …, A Writer <writer@post.example> wrote: Hello”.
    func isRunOnAttribution(_ number: Int) -> Bool {
        let line = lines[number]
        var languages: UInt64 = 0
        phrases.attributionStarts.find(in: lines.bytes, at: line.start, before: line.end) { stop, owners in
            if stop < line.end, lines.bytes[stop].isASCIISpace { languages |= owners }
        }
        guard languages != 0 else { return false }
        let end = min(line.end, line.start + Self.mostBytes)
        guard let address = lines.bytes[line.start..<end].firstIndex(of: UInt8(ascii: "@")),
            let bracket = lines.bytes[address..<end].firstIndex(of: UInt8(ascii: ">"))
        else { return false }
        let place = lines.bytes.trimmedStart(from: bracket + 1, to: end)
        var isFound = false
        phrases.attributionEnds.find(in: lines.bytes, at: place, before: end) { stop, owners in
            let colon = lines.bytes.trimmedStart(from: stop, to: end)
            if owners & languages != 0, colon + 1 < end, lines.bytes[colon] == UInt8(ascii: ":") { isFound = true }
        }
        return isFound && Moment(lines.bytes, line.start, address).isNamed
    }

    /// The languages whose verb of writing stands at the end, or before a name.
    private func verbs(_ first: Int, _ end: Int) -> UInt64 {
        var languages: UInt64 = 0
        for place in first..<end where place == first || Self.isBreak(lines.bytes[place - 1]) {
            phrases.attributionEnds.find(in: lines.bytes, at: place, before: end) { stop, owners in
                if stop == end { languages |= owners }
            }
            phrases.attributionVerbs.find(in: lines.bytes, at: place, before: end) { stop, owners in
                if stop == end || Self.isBreak(lines.bytes[stop]) { languages |= owners }
            }
        }
        return languages
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        byte.isASCIISpace || byte == 0xA0 || "<>(),".utf8.contains(byte)
    }
}

/// What tells a program's line from a sentence: a year, a time of day, a day's number or an address.
private struct Moment {
    private(set) var hasYear = false
    private(set) var hasTime = false
    private(set) var hasDay = false
    private(set) var hasAddress = false

    var isNamed: Bool { hasYear || hasTime || hasDay || hasAddress }

    init(_ bytes: [UInt8], _ first: Int, _ end: Int) {
        var place = first
        while place < end {
            guard Self.digit(bytes, place, end) != nil else {
                // Something on both sides of an @.
                if bytes[place] == UInt8(ascii: "@"), place > first, place + 1 < end, !bytes[place - 1].isASCIISpace,
                    !bytes[place + 1].isASCIISpace
                {
                    hasAddress = true
                }
                place += 1
                continue
            }
            var digits = 0
            while let width = Self.digit(bytes, place, end) {
                digits += 1
                place += width
            }
            if digits == 4 { hasYear = true }
            if digits <= 2 {
                hasDay = true
                if place + 1 < end, bytes[place] == UInt8(ascii: ":"), Self.digit(bytes, place + 1, end) != nil {
                    hasTime = true
                }
            }
        }
    }

    /// How many bytes the digit at `place` takes, Arabic and Persian ones too; nil for other letters.
    private static func digit(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int? {
        guard place < end else { return nil }
        if bytes[place].isASCIIDigit { return 1 }
        guard place + 1 < end else { return nil }
        let isArabic = bytes[place] == 0xD9 && (0xA0...0xA9).contains(bytes[place + 1])
        let isPersian = bytes[place] == 0xDB && (0xB0...0xB9).contains(bytes[place + 1])
        return isArabic || isPersian ? 2 : nil
    }
}
