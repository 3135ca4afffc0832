extension MailText {
    /// The plain form where it says something of the sender's own, else whichever does.
    mutating func readBest(of part: MailPart, depth: Int) {
        let inner = parts(within: part)
        let order = inner.filter { $0.kind == .plain } + inner.filter { $0.kind != .plain }
        var best: Form?
        for part in order {
            let isDecided = isSkimming || best.map { $0.hasOwn && $0.text.doubts.isEmpty && !$0.text.isStub } ?? false
            // Forms that other programs show, such as AMP or a reaction, are no attachments.
            if part.kind == .other, part.type.keyword.hasPrefix("text/"), !part.isAttachment {
                findReadable(part)
                continue
            }
            var read = MailText(within: self, isSkimming: isDecided)
            read.read(part, depth: depth + 1)
            take(countsOf: read)
            if isDecided { continue }
            let form = Form(read)
            guard let above = best else {
                best = form
                continue
            }
            let isBetter =
                form.hasWords
                && (!above.hasWords || above.text.isStub || form.hasOwn && !above.hasOwn
                    || form.hasOwn == above.hasOwn && form.text.doubts.isEmpty && !above.text.doubts.isEmpty)
            let other = isBetter ? above : form
            other.text.words.forEach { also.add($0) }
            if isBetter { best = form }
        }
        if let best { take(wordsOf: best.text) }
    }

    private mutating func take(countsOf form: MailText) {
        (partsLeft, bytesLeft, also) = (form.partsLeft, form.bytesLeft, form.also)
        isInvitation = isInvitation || form.isInvitation
        isCutOff = isCutOff || form.isCutOff
        // Some programs put the attachments beside the HTML form only.
        attachmentCount += form.attachmentCount - form.attachments.count
        form.attachments.forEach { note($0) }
    }

    private mutating func take(wordsOf best: MailText) {
        own += best.own
        passedOn += best.passedOn
        charset = charset ?? best.charset
        best.doubts.forEach { doubt($0) }
        best.repairs.forEach { repair($0) }
        holdsForwardedMail = holdsForwardedMail || best.holdsForwardedMail
    }

    fileprivate var words: [String] {
        own
            + passedOn.map { piece in
                switch piece {
                case .title(let text), .text(let text): text
                }
            }
    }

    /// Whether it may be the short plain form that only says that the program cannot show HTML.
    fileprivate var isStub: Bool {
        let count = own.reduce(0) { $0 + $1.utf8.count }
        return count < 400 && own.contains { Array($0.utf8)[...].containsIgnoringCase("html") }
    }
}

/// One of several forms of a text, and how much it says.
private struct Form {
    let text: MailText
    let hasWords: Bool
    /// Whether it says more than the mail that it answers and “Sent from my iPhone”.
    let hasOwn: Bool

    init(_ text: MailText) {
        self.text = text
        hasWords = text.words.contains { !$0.utf8.allSatisfy(\.isASCIISpace) }
        hasOwn =
            hasWords
            && (Self.isLong(text)
                || text.words.contains { words in
                    ReplyParts(of: words, isReply: text.isReply, isForward: false, phrases: text.phrases).hasOwn
                })
    }

    /// What answers nothing and is no footer alone.
    private static func isLong(_ text: MailText) -> Bool {
        !text.isReply && text.words.contains { $0.utf8.count > longestFooter && !$0.contains("\n>") }
    }

    private static let longestFooter = 1_000
}
