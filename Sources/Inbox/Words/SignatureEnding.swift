/// What a message may end with.
struct SignatureEnding {
    let lines: TextLines
    let phrases: MailPhrases

    /// A signature is short: what follows its mark for longer is text.
    private static let mostSigned = 12
    private static let mostWords = 60
    /// People also draw a line of “--” between two thoughts.
    private static let mostUnderDrawnLine = 4
    /// A disclaimer is a paragraph of some lines; a text without paragraphs is not read over and over for one.
    private static let mostParagraphLines = 40
    private static let mostParagraphBytes = 4_000

    /// Where among `kept` the last piece that nobody wrote begins; nil when the end is the sender's own.
    func start(in kept: [Int], last: Int) -> Int? {
        if let footer = footer(kept, last) { return footer }
        guard let start = signature(kept, last) ?? disclaimer(kept, last),
            kept[..<start].contains(where: { $0 != TextLines.gap && !lines[$0].isBlank })
        else { return nil }
        return start
    }

    private func signature(_ kept: [Int], _ last: Int) -> Int? {
        var below = 0
        for place in stride(from: last, through: 0, by: -1)
        where kept[place] != TextLines.gap && !lines[kept[place]].isBlank {
            guard lines.isSignatureMark(kept[place]) else {
                below += 1
                if below > Self.mostSigned { return nil }
                continue
            }
            guard lines.words(in: kept[place...last], upTo: Self.mostWords) < Self.mostWords else { return nil }
            if lines[kept[place]].whole.count > 2 { return place }
            let marks = kept.count { $0 != TextLines.gap && lines.isSignatureMark($0) }
            return below <= Self.mostUnderDrawnLine && marks == 1 ? place : nil
        }
        return nil
    }

    private func footer(_ kept: [Int], _ last: Int) -> Int? {
        if isFooter(lines[kept[last]]) { return last }
        // The address of a program's page, on a line of its own.
        let line = lines[kept[last]]
        let isLink = line.end - line.start < 120 && lines.bytes[line.start..<line.end].starts(with: Array("<http".utf8))
        guard isLink, last > 0, kept[last - 1] != TextLines.gap, isFooter(lines[kept[last - 1]]) else { return nil }
        return last - 1
    }

    private func isFooter(_ line: TextLines.Line) -> Bool {
        let bytes = lines.bytes
        guard (6...140).contains(line.end - line.start) else { return false }
        var start = line.start
        while start < line.end, "*_<[ \t".utf8.contains(bytes[start]) { start += 1 }
        guard phrases.footers.longest(in: bytes, at: start, before: line.end) != nil else { return false }
        var (words, afterDevice) = (0, Int?.none)
        var place = start
        while place < line.end {
            if let end = Self.linkEnd(bytes[place..<line.end]) {
                place = end
                continue
            }
            let isStart = place == start || Self.parts(bytes[place - 1])
            if isStart, !Self.parts(bytes[place]) {
                words += 1
                afterDevice = afterDevice.map { $0 + 1 }
                if phrases.devices.longest(in: bytes, at: place, before: line.end) != nil { afterDevice = 0 }
            }
            place += 1
        }
        return words <= 14 && afterDevice.map { $0 <= 2 } ?? false
    }

    private static func parts(_ byte: UInt8) -> Bool { byte.isASCIISpace || "<>()[],.-|*_".utf8.contains(byte) }

    /// Where an address in brackets ends; nil when none begins here.
    private static func linkEnd(_ rest: ArraySlice<UInt8>) -> Int? {
        guard rest.first == UInt8(ascii: "<") || rest.first == UInt8(ascii: "("),
            rest.dropFirst().starts(with: "http".utf8)
        else {
            return nil
        }
        return rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: ")") }.map { $0 + 1 }
    }

    private func disclaimer(_ kept: [Int], _ last: Int) -> Int? {
        var start = last
        while start > 0, start == last || !isRule(kept[start]), kept[start - 1] != TextLines.gap,
            !lines[kept[start - 1]].isBlank
        {
            start -= 1
            guard last - start < Self.mostParagraphLines else { return nil }
        }
        let (first, end) = (lines[kept[start]].start, lines[kept[last]].end)
        guard start > 0, end - first <= Self.mostParagraphBytes else { return nil }
        var place = first
        while place < end, "*_-=#<[( \t".utf8.contains(lines.bytes[place]) || lines.bytes[place] == 0x0A { place += 1 }
        if phrases.disclaimers.longest(in: lines.bytes, at: place, before: end) != nil { return start }
        return end - first >= 60 && holdsTwo(first, end) ? start : nil
    }

    /// A line of dashes or the like, as servers draw above what they add.
    private func isRule(_ number: Int) -> Bool {
        let line = lines[number]
        guard line.end - line.start >= 10, "_*-=#".utf8.contains(lines.bytes[line.start]) else { return false }
        return lines.bytes[line.start..<line.end].allSatisfy { $0 == lines.bytes[line.start] }
    }

    private func holdsTwo(_ first: Int, _ end: Int) -> Bool {
        let bytes = lines.bytes
        var words: UInt64 = 0
        for place in first..<end where phrases.disclaimerWords.mayBegin(with: bytes[place]) {
            guard place == first || Self.parts(bytes[place - 1]) else { continue }
            phrases.disclaimerWords.find(in: bytes, at: place, before: end) { _, owners in words |= owners }
        }
        return words.nonzeroBitCount >= 2
    }
}
