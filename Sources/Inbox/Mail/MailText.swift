/// The words found in the parts of a mail, and what could not be read.
struct MailText {
    /// Words of a mail sent on, or of attached text.
    enum PassedOn {
        /// A subject, of which only what was said in it counts.
        case title(String)
        case text(String)
    }

    /// The sender's own words.
    private(set) var own: [String] = []
    /// What came along, in its order.
    private(set) var passedOn: [PassedOn] = []
    private(set) var charset: String?
    /// Why a person must look, most telling first.
    private(set) var doubts: [String] = []
    /// What was wrong with the declarations and mended, each as the end of a sentence.
    private(set) var repairs: [String] = []
    /// The first of them; ``attachmentCount`` counts all.
    private(set) var attachments: [InboxAttachment] = []
    private(set) var attachmentCount = 0
    private(set) var holdsForwardedMail = false
    private(set) var isInvitation = false
    private(set) var isCutOff = false

    private var isPassingOn = false
    /// Set beneath a form of the text that is not chosen: only attachments are noted.
    private var isSkimming = false
    private var partsLeft = Self.mostParts
    private var bytesLeft = Self.mostBytes

    /// Nobody writes mail of so many parts or so deep, but programs that fight each other do.
    private static let mostParts = 1_000
    private static let deepest = 20
    private static let mostAttachmentsNoted = 100
    /// Of text once decoded: two hundred times what is taken unseen.
    private static let mostBytes = 2 << 20

    init(_ part: MailPart) { read(part, depth: 0) }

    /// For one of several forms of the same text.
    private init(formOf whole: MailText, isSkimming: Bool) {
        self.isSkimming = isSkimming
        (partsLeft, bytesLeft, isPassingOn) = (whole.partsLeft, whole.bytesLeft, whole.isPassingOn)
    }

    private var hasWords: Bool {
        let texts =
            own
            + passedOn.map { piece in
                switch piece {
                case .title(let text), .text(let text): text
                }
            }
        return texts.contains { !$0.utf8.allSatisfy(\.isASCIISpace) }
    }

    /// Whether it may be the short plain form that only says that the program cannot show HTML.
    private var isStub: Bool {
        let count = own.reduce(0) { $0 + $1.utf8.count }
        return count < 400 && own.contains { Array($0.utf8)[...].containsIgnoringCase("html") }
    }

    private mutating func read(_ part: MailPart, depth: Int) {
        guard depth < Self.deepest else {
            doubt(Doubt.partsUnclear)
            return
        }
        switch part.kind {
        case .plain: readPlain(part)
        case .html: if part.isAttachment { note(part.attachment) } else { readText(part, isHTML: true) }
        case .alternatives: readBest(of: part, depth: depth)
        case .parts: for inner in parts(within: part) { read(inner, depth: depth + 1) }
        case .mail: readForwarded(part, depth: depth)
        case .piece:
            doubt("It is one piece of a mail that was sent in several. Look for the others.")
            if !isSkimming { read(MailPart(part.body), depth: depth + 5) }
        case .encrypted: doubt(Doubt.encrypted)
        case .wrapped:
            doubt(part.type["smime-type"]?.lowercased() == "signed-data" ? Doubt.wrapped : Doubt.encrypted)
        case .signature: break
        case .invitation:
            isInvitation = isInvitation || part.type["method"] != nil
            note(part.attachment)
        case .other: note(part.attachment)
        }
    }

    private mutating func parts(within part: MailPart) -> [MailPart] {
        let within = part.parts(atMost: max(partsLeft, 1))
        partsLeft -= within.parts.count
        isCutOff = isCutOff || within.isCutOff
        if within.isMended { repair("its parts are not divided as it says") }
        if within.hasMore { doubt("It has more parts than are read. Look at the source.") }
        if within.parts.isEmpty {
            doubt(Doubt.partsUnclear)
            readText(part, isHTML: false)
        }
        return within.parts
    }

    private mutating func readPlain(_ part: MailPart) {
        // Attached text is read like the rest, but no line of it is a signature or a quote of the sender's.
        let wasPassingOn = isPassingOn
        isPassingOn = isPassingOn || part.isAttachment
        readText(part, isHTML: false)
        isPassingOn = wasPassingOn
    }

    /// The plain form where it has words, else whichever has.
    private mutating func readBest(of part: MailPart, depth: Int) {
        let inner = parts(within: part)
        let order = inner.filter { $0.kind == .plain } + inner.filter { $0.kind != .plain }
        var best: MailText?
        for part in order {
            let isDecided = isSkimming || best.map { $0.hasWords && $0.doubts.isEmpty && !$0.isStub } ?? false
            var form = MailText(formOf: self, isSkimming: isDecided)
            // Forms that other programs show, such as AMP or a reaction, are no attachments.
            if part.kind == .other, part.type.keyword.hasPrefix("text/"), !part.isAttachment { continue }
            form.read(part, depth: depth + 1)
            (partsLeft, bytesLeft) = (form.partsLeft, form.bytesLeft)
            isInvitation = isInvitation || form.isInvitation
            isCutOff = isCutOff || form.isCutOff
            // Some programs put the attachments beside the HTML form only.
            attachmentCount += form.attachmentCount - form.attachments.count
            form.attachments.forEach { note($0) }
            let isBetter =
                best.map { form.hasWords && (!$0.hasWords || form.doubts.isEmpty || $0.isStub) } ?? true
            if !isDecided, isBetter { best = form }
        }
        guard let best else { return }
        own += best.own
        passedOn += best.passedOn
        charset = charset ?? best.charset
        best.doubts.forEach { doubt($0) }
        best.repairs.forEach { repair($0) }
        holdsForwardedMail = holdsForwardedMail || best.holdsForwardedMail
    }

    /// A mail sent on as an attachment: its words are what the sender passes on.
    private mutating func readForwarded(_ part: MailPart, depth: Int) {
        guard !isSkimming, let encoding = part.encoding else { return note(part.attachment) }
        let mail = MailPart(encoding.decode(part.body))
        holdsForwardedMail = true
        let wasPassingOn = isPassingOn
        isPassingOn = true
        if let title = mail.fields[.subject].map({ EncodedWords($0) }) {
            if let problem = title.doubt { doubt(problem) }
            if title.hadDirectionMarks { repair(Doubt.directionMarks) }
            passedOn.append(.title(title.text))
        }
        read(mail, depth: depth + 4)
        isPassingOn = wasPassingOn
    }

    private mutating func readText(_ part: MailPart, isHTML: Bool) {
        guard !isSkimming else { return }
        let read = TextPart(part, isHTML: isHTML, atMost: bytesLeft)
        bytesLeft -= read.byteCount
        charset = charset ?? read.charset
        read.doubts.forEach { doubt($0) }
        read.repairs.forEach { repair($0) }
        read.attachments.forEach { note($0) }
        if isPassingOn { passedOn.append(.text(read.text)) } else { own.append(read.text) }
    }

    private mutating func note(_ attachment: InboxAttachment) {
        attachmentCount += 1
        if attachments.count < Self.mostAttachmentsNoted { attachments.append(attachment) }
    }

    private mutating func doubt(_ doubt: String) {
        if !doubts.contains(doubt) { doubts.append(doubt) }
    }

    private mutating func repair(_ repair: String) {
        if !repairs.contains(repair) { repairs.append(repair) }
    }
}
