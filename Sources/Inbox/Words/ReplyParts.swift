/// A body parted into what the sender wrote, what they quoted, and their signature.
///
/// Words in doubt stay in the text: what is parted is shown to a moderator beside it, but is not read for danger.
struct ReplyParts {
    let text: String
    let quoted: String?
    let signature: String?
    /// Whether anything is the sender's own: words that were neither quoted nor put there by a program.
    let hasOwn: Bool

    init(of body: String, isReply: Bool, isForward: Bool, phrases: MailPhrases) {
        let lines = TextLines(body)
        let scan = ReplyScan(lines, isReply: isReply, isForward: isForward, phrases: phrases)
        var kept = scan.kept
        let banner = Signature.cutBanner(&kept, of: lines, phrases: phrases)
        let signed = banner + scan.signed + Signature.cut(&kept, of: lines, phrases: phrases)
        hasOwn = kept.contains { $0 != TextLines.gap && lines.holdsWords($0) }
        if scan.quoted.isEmpty, signed.isEmpty {
            (text, quoted, signature) = (lines.joinedWhole, nil, nil)
            return
        }
        if Self.isAllQuote(lines, kept, scan, phrases) {
            var whole = Array(0..<lines.count)
            let signed = Signature.cut(&whole, of: lines, phrases: phrases)
            (text, quoted, signature) = (lines.joined(whole), nil, Self.shown(signed, lines))
        } else {
            text = lines.joined(kept, isMarked: scan.isMarked)
            quoted = Self.shown(scan.quoted, lines)
            signature = Self.shown(signed, lines)
        }
    }

    private static func shown(_ numbers: [Int], _ lines: TextLines) -> String? {
        let text = numbers.isEmpty ? "" : lines.joined(numbers)
        return text.isEmpty ? nil : text
    }

    /// Nothing, or “see below” above a long quote: the quote is what they send.
    private static func isAllQuote(_ lines: TextLines, _ kept: [Int], _ scan: ReplyScan, _ phrases: MailPhrases) -> Bool
    {
        guard !scan.quoted.isEmpty else { return false }
        guard let first = kept.first(where: { $0 != TextLines.gap && !lines[$0].isBlank }) else { return true }
        guard !scan.isForward,
            phrases.pointers.longest(in: lines.bytes, at: lines[first].start, before: lines[first].end) != nil,
            lines.words(in: kept, upTo: mostPointing + 1) <= mostPointing
        else { return false }
        var whole = Array(0..<lines.count)
        _ = Signature.cut(&whole, of: lines, phrases: phrases)
        let last = whole.last ?? 0
        return lines.words(in: scan.quoted.lazy.filter { $0 <= last }, upTo: leastQuoted) == leastQuoted
    }

    private static let mostPointing = 6
    private static let leastQuoted = 21
}
