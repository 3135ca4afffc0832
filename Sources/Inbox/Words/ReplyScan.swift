/// Goes down a body once and tells the lines that were quoted from those that were kept.
struct ReplyScan {
    /// Numbers of lines, with a gap where something was taken out between them.
    private(set) var kept: [Int] = []
    private(set) var quoted: [Int] = []
    /// Lines of a signature above a mail that was sent on.
    private(set) var signed: [Int] = []
    /// Whether another's mail is sent on: its words are the message.
    private(set) var isForward: Bool

    /// Whether a program set a “>” before each line of a mail that is sent on, as Apple's does.
    private(set) var isMarked = false
    /// Whether a line after “>” is a quote; in a first message it is something the sender wants us to read.
    private var quotesAreMarked: Bool
    /// Where among `kept` the mail that is sent on begins.
    private var forwardStart = 0
    /// How many lines with words were kept, in a mail that is sent on since its mark.
    private var keptWords = 0
    /// The last line that is a quote; looked for once, and only where an answer may stand below a mail.
    private lazy var lastQuoted = (0..<lines.count).last(where: lines.isQuoted) ?? -1

    private let lines: TextLines
    private let marks: QuoteMarks
    private let isReply: Bool

    init(_ lines: TextLines, isReply: Bool, isForward: Bool, phrases: MailPhrases) {
        self.lines = lines
        self.isReply = isReply
        self.isForward = isForward
        quotesAreMarked = isReply && !isForward
        marks = QuoteMarks(lines: lines, phrases: phrases)
        kept.reserveCapacity(lines.count)
        read()
    }

    private mutating func read() {
        var next = 0
        while next < lines.count {
            guard marks.mayBeMark(next, watchesHeads: isReply || isForward) else {
                next = keep(next)
                continue
            }
            next =
                if marks.isForward(next) || (isForward && marks.isOriginal(next)) {
                    takeForward(at: next)
                } else if let end = takeHead(at: next) ?? takeAttribution(at: next) {
                    end
                } else {
                    takeLine(next)
                }
        }
    }

    private mutating func keep(_ number: Int) -> Int {
        kept.append(number)
        if !lines[number].isBlank { keptWords += 1 }
        return number + 1
    }

    private mutating func takeLine(_ number: Int) -> Int {
        guard quotesAreMarked, lines.isQuoted(number) else { return keep(number) }
        quote(number..<number + 1)
        return number + 1
    }

    /// The head of a mail with all that is below; nil where none stands.
    ///
    /// In a mail sent on only the head is quoted. Where the answer was written below, only what is marked is.
    private mutating func takeHead(at number: Int) -> Int? {
        let isOriginal = marks.isOriginal(number)
        let start = isOriginal || marks.isRule(number) ? number + 1 : number
        // The head of a mail in a first message was pasted in to be read, so there only a program's own mark counts.
        guard isOriginal || start > number || isReply || isForward else { return nil }
        let end = start < lines.count ? marks.head(at: start, isMarked: isOriginal) : nil
        guard isOriginal || end != nil else { return nil }
        if isForward {
            quote(number..<(end ?? start))
            return end ?? start
        }
        guard keptWords == 0, lastQuoted >= start else {
            quote(number..<lines.count)
            return lines.count
        }
        quote(number..<(end ?? start))
        quotesAreMarked = true
        return end ?? start
    }

    /// The line above a quote, and without a quote below it all that follows; nil where none ends or stands here.
    private mutating func takeAttribution(at number: Int) -> Int? {
        if isReply, !isForward, keptWords > 0, marks.isRunOnAttribution(number) {
            quote(number..<lines.count)
            return lines.count
        }
        guard let attribution = marks.attribution(endingAt: number), isTail(of: kept, attribution.start..<number) else {
            return nil
        }
        let isQuoted = isQuotedBelow(number)
        // Who sends on an answer of few words may mean the words that it quotes.
        if isForward, !isQuoted || lines.words(in: kept[forwardStart...], upTo: Self.fewWords) < Self.fewWords {
            return nil
        }
        guard isQuoted || (isReply && attribution.hasAddress) else { return nil }
        kept.removeLast(number - attribution.start)
        keptWords -= number - attribution.start
        let end = isQuoted ? number + 1 : lines.count
        quote(attribution.start..<end)
        quotesAreMarked = true
        return end
    }

    private mutating func quote(_ numbers: Range<Int>) {
        quoted += numbers
        if kept.last != TextLines.gap, !kept.isEmpty { kept.append(TextLines.gap) }
    }

    private func isTail(of kept: [Int], _ numbers: Range<Int>) -> Bool {
        kept.suffix(numbers.count).elementsEqual(numbers)
    }

    private func isQuotedBelow(_ number: Int) -> Bool {
        let below = (number + 1..<lines.count).first { !lines[$0].isBlank }
        return below.map(lines.isQuoted) ?? false
    }

    /// The mark, the head under it, and the signature of who sent it on.
    private mutating func takeForward(at number: Int) -> Int {
        if keptWords > 0 { signed += Signature.cut(&kept, of: lines, phrases: marks.phrases) }
        keptWords = 0
        isForward = true
        quotesAreMarked = false
        var end = number + 1
        while end < lines.count, marks.isEmpty(end) { end += 1 }
        isMarked = end < lines.count && lines.isQuoted(end)
        end = marks.head(at: min(end, lines.count), isMarked: true) ?? number + 1
        while end < lines.count, marks.isEmpty(end) { end += 1 }
        quote(number..<end)
        forwardStart = kept.count
        return end
    }

    private static let fewWords = 4
}
