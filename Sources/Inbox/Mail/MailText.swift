/// The words found in the parts of a mail, and what could not be read.
struct MailText {
    /// Words of a mail sent on, or of attached text.
    enum PassedOn {
        /// A subject, of which only what was said in it counts.
        case title(String)
        case text(String)
    }

    /// The sender's own words.
    var own: [String] = []
    /// What came along, in its order.
    var passedOn: [PassedOn] = []
    var charset: String?
    /// Why a person must look, most telling first.
    var doubts: [String] = []
    /// What was wrong with the declarations and mended, each as the end of a sentence.
    var repairs: [String] = []
    /// The first of them; ``attachmentCount`` counts all.
    var attachments: [InboxAttachment] = []
    var attachmentCount = 0
    var holdsForwardedMail = false
    var isInvitation = false
    var isCutOff = false

    /// What else can be read.
    var also = AlsoFound()

    let phrases: MailPhrases
    /// Whether the mail answers another, whose words its program may have put below.
    let isReply: Bool
    private var isPassingOn = false
    /// Set beneath a form of the text that is not chosen: its attachments are noted, its words only found.
    var isSkimming = false
    var partsLeft = Self.mostParts
    var bytesLeft = Self.mostBytes

    /// Nobody writes mail of so many parts or so deep, but programs that fight each other do.
    private static let mostParts = 1_000
    private static let deepest = 20
    private static let mostAttachmentsNoted = 100
    /// Of text once decoded: two hundred times what is taken unseen.
    private static let mostBytes = 2 << 20

    init(_ part: MailPart, isReply: Bool, phrases: MailPhrases) {
        (self.isReply, self.phrases) = (isReply, phrases)
        read(part, depth: 0)
    }

    /// For one of several forms of the same text, or for what is only found.
    init(within whole: MailText, isSkimming: Bool) {
        self.isSkimming = isSkimming
        (isReply, phrases, also) = (whole.isReply, whole.phrases, whole.also)
        (partsLeft, bytesLeft, isPassingOn) = (whole.partsLeft, whole.bytesLeft, whole.isPassingOn)
    }

    mutating func read(_ part: MailPart, depth: Int) {
        guard depth < Self.deepest else {
            doubt(Doubt.partsUnclear)
            also.addRuns(of: part.body)
            return
        }
        switch part.kind {
        case .plain: readPlain(part)
        case .html: if part.isAttachment { noteReadable(part) } else { readText(part, isHTML: true) }
        case .alternatives: readBest(of: part, depth: depth)
        case .parts: for inner in parts(within: part) { read(inner, depth: depth + 1) }
        case .mail: readForwarded(part, depth: depth)
        case .piece:
            doubt("It is one piece of a mail that was sent in several. Look for the others.")
            read(MailPart(part.body), depth: depth + 5)
        case .encrypted:
            doubt(Doubt.encrypted)
            also.addRuns(of: part.body)
        case .wrapped:
            doubt(part.type["smime-type"]?.lowercased() == "signed-data" ? Doubt.wrapped : Doubt.encrypted)
            also.addRuns(of: (part.encoding ?? .asTheyAre).decode(part.body))
        case .signature: findBesideSignature(part)
        case .invitation:
            isInvitation = isInvitation || part.type["method"] != nil
            noteReadable(part)
        case .other: noteReadable(part)
        }
    }

    mutating func parts(within part: MailPart) -> [MailPart] {
        let within = part.parts(atMost: max(partsLeft, 1))
        partsLeft -= within.parts.count
        isCutOff = isCutOff || within.isCutOff
        if within.isMended { repair("its parts are not divided as it says") }
        if within.hasMore { doubt("It has more parts than are read. Look at the source.") }
        within.outside.forEach { also.add($0) }
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

    /// A mail sent on as an attachment: its words are what the sender passes on.
    private mutating func readForwarded(_ part: MailPart, depth: Int) {
        guard let encoding = part.encoding else { return noteReadable(part) }
        if isSkimming { note(part.attachment) }
        let mail = MailPart(encoding.decode(part.body))
        holdsForwardedMail = true
        let wasPassingOn = isPassingOn
        isPassingOn = true
        if let title = mail.fields[.subject].map({ EncodedWords($0) }) {
            if let problem = title.doubt { doubt(problem) }
            if title.hadDirectionMarks { repair(Doubt.directionMarks) }
            if isSkimming { also.add(title.text) } else { passedOn.append(.title(title.text)) }
        }
        read(mail, depth: depth + 4)
        isPassingOn = wasPassingOn
    }

    private mutating func readText(_ part: MailPart, isHTML: Bool) {
        if isSkimming, also.bytesLeft == 0 { return }
        let read = TextPart(part, isHTML: isHTML, atMost: isSkimming ? also.bytesLeft : bytesLeft)
        read.beside.forEach { also.addRuns(of: $0) }
        read.attachments.forEach { note($0) }
        if isSkimming { return also.add(read.text) }
        bytesLeft -= read.byteCount
        charset = charset ?? read.charset
        read.doubts.forEach { doubt($0) }
        read.repairs.forEach { repair($0) }
        if isPassingOn { passedOn.append(.text(read.text)) } else { own.append(read.text) }
    }

    mutating func note(_ attachment: InboxAttachment) {
        attachmentCount += 1
        if let name = attachment.name { also.add(name: name) }
        if attachments.count < Self.mostAttachmentsNoted { attachments.append(attachment) }
    }

    mutating func doubt(_ doubt: String) {
        if !doubts.contains(doubt) { doubts.append(doubt) }
    }

    mutating func repair(_ repair: String) {
        if !repairs.contains(repair) { repairs.append(repair) }
    }
}
