/// The lines at the end of a message that a mail program or an organisation's server put there.
enum Signature {
    /// Takes signature, footers and disclaimers off the end of `kept`; never all that is in it, unless it is a footer alone.
    ///
    /// - Parameter kept: numbers of lines, with gaps.
    /// - Returns: the numbers of what was taken off, without the mark above a signature, in their order.
    static func cut(_ kept: inout [Int], of lines: TextLines, phrases: MailPhrases) -> [Int] {
        let ending = SignatureEnding(lines: lines, phrases: phrases)
        var signed: [ArraySlice<Int>] = []
        // Few mails end with more than a signature, two footers and a disclaimer of some paragraphs.
        for _ in 0..<mostPieces {
            let last = kept.lastIndex { $0 != TextLines.gap && !lines[$0].isBlank }
            guard let last, let start = ending.start(in: kept, last: last) else { break }
            let isMark = lines.isSignatureMark(kept[start])
            signed.append(kept[(isMark ? start + 1 : start)...])
            kept.removeLast(kept.count - start)
        }
        return signed.reversed().flatMap { $0 }
    }

    /// Takes off the paragraph that a server sets above mail from outside.
    static func cutBanner(_ kept: inout [Int], of lines: TextLines, phrases: MailPhrases) -> [Int] {
        guard let first = kept.firstIndex(where: { $0 != TextLines.gap && !lines[$0].isBlank }) else { return [] }
        let line = lines[kept[first]]
        var place = line.start
        while place < line.end, "*_-=<( ".utf8.contains(lines.bytes[place]) { place += 1 }
        guard phrases.banners.longest(in: lines.bytes, at: place, before: line.end) != nil,
            let end = kept[first...].firstIndex(where: { $0 == TextLines.gap || lines[$0].isBlank }),
            end - first <= mostBanner,
            kept[end...].contains(where: { $0 != TextLines.gap && !lines[$0].isBlank })
        else { return [] }
        let banner = Array(kept[first..<end])
        kept.removeSubrange(..<end)
        return banner
    }

    private static let mostPieces = 40
    private static let mostBanner = 6
}
