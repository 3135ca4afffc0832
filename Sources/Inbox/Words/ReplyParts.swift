/// A body parted into what the sender wrote, what they quoted, and their signature.
///
/// Words in doubt stay in the text: what is split off never reaches a moderator.
struct ReplyParts {
    let text: String
    let quoted: String?
    let signature: String?

    init(of body: String, isReply: Bool, isForward: Bool) {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        let whole = Signature.split(lines)
        // Who forwards a young person's words sends those words.
        if isForward || lines.contains(where: QuoteMarks.isForward) {
            (text, quoted, signature) = (whole.text.joinedLines, nil, whole.signature)
            return
        }
        let (kept, quoted) = Self.parted(lines, isReply: isReply)
        let own = Signature.split(kept)
        let text = own.text.joinedLines
        let quote = quoted.joinedLines
        // “See below”, or nothing, above a long quote: the quote is what they send.
        let isAllQuote = text.wordCount == 0 || (text.wordCount < 4 && quote.wordCount > 20)
        if quote.isEmpty || isAllQuote {
            (self.text, self.quoted, signature) = (whole.text.joinedLines, nil, whole.signature)
        } else {
            (self.text, self.quoted, signature) = (text, quote, own.signature)
        }
    }

    private static func parted(_ lines: [Substring], isReply: Bool) -> (kept: [Substring], quoted: [Substring]) {
        var kept: [Substring] = []
        var quoted: [Substring] = []
        // In a first message a line after “>” is something the sender wants us to read.
        var marksAreQuotes = isReply
        var next = 0
        while next < lines.count {
            let line = lines[next]
            if let attribution = QuoteMarks.attribution(lines, at: next) {
                let below = lines[attribution.end...].first { !$0.isBlank }
                if below?.isQuoted == true {
                    quoted += lines[next..<attribution.end]
                    marksAreQuotes = true
                    next = attribution.end
                    continue
                }
                if attribution.isCertain, isReply { return (kept, quoted + lines[next...]) }
            }
            if QuoteMarks.isDivider(lines, at: next, isReply: isReply) { return (kept, quoted + lines[next...]) }
            if marksAreQuotes, line.isQuoted { quoted.append(line) } else { kept.append(line) }
            next += 1
        }
        return (kept, quoted)
    }
}

extension Substring {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
    var isQuoted: Bool { first == ">" }
}

extension [Substring] {
    /// The lines as text, with no white space around it or at line ends and never more than one blank line.
    var joinedLines: String {
        var joined: [String] = []
        for line in self {
            let end = line.lastIndex { !$0.isWhitespace }
            let line = end.map { String(line[...$0]) } ?? ""
            if !line.isEmpty || joined.last?.isEmpty == false { joined.append(line) }
        }
        return joined.joined(separator: "\n").trimmed
    }
}

extension String {
    fileprivate var wordCount: Int { split(whereSeparator: \.isWhitespace).count }
}
