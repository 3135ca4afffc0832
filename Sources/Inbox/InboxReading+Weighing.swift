import Concerns

/// What was found in a message, before it is decided what becomes of it.
struct Findings {
    /// Why it is no message to us; nil for what a person may have sent.
    var automatic: AutomaticMail?
    /// Why a person must look, most telling first.
    var doubts: [String] = []
    /// What was mended or left out, each as the end of a sentence.
    var remarks: [String] = []
    var attachments = 0
    var isCutOff = false
    /// What else can be read in the source.
    var alsoFound: [String] = []
}

extension InboxReading {
    /// Weighs what was found: doubts set the message aside, otherwise its words are taken.
    init(of entry: InboxEntry, message: InboxMessage, _ findings: Findings) {
        let words = message.original.words
        let (outcome, reason) = Self.weighed(message, words, findings)
        let hasNothing = words.isEmpty && message.quoted == nil && message.signature == nil
        let isDropped = outcome == .rejected && hasNothing
        let lost = isDropped ? [message.about.council, message.subject].compactMap { $0 } : []
        self.init(
            index: entry.index, outcome: outcome, reason: reason, message: isDropped ? nil : message,
            identity: message.messageID.flatMap { words.isEmpty ? nil : Array("\($0)\u{0}\(words)".utf8) }
                ?? entry.canonicalBytes,
            alsoFound: lost + findings.alsoFound)
    }

    private static func weighed(
        _ message: InboxMessage, _ words: String, _ findings: Findings
    ) -> (InboxOutcome, String) {
        let unread = findings.attachments == 1 ? "the attachment" : "\(findings.attachments) attachments"
        if let automatic = findings.automatic { return (automatic.outcome, automatic.reason) }
        if let doubt = findings.doubts.first { return (.quarantined, doubt) }
        // Scalars are counted only where there may be too many.
        if words.utf8.count > InboxReader.longestMessage, words.unicodeScalars.count > InboxReader.longestMessage {
            return (.quarantined, "It is longer than 10,000 characters, which are taken unseen. Read it first.")
        }
        // A subject alone may only be a title of what is attached.
        if message.text.isEmpty, findings.attachments > 0 {
            return (.quarantined, "Its words, if any, are in \(unread). Look, and key in what is said.")
        }
        if words.isEmpty { return (.rejected, "There are no words in it.") }
        let whole =
            findings.isCutOff
            ? "The mail was cut off on its way; what had come was read"
            : message.text.isEmpty ? "All its words are in the subject line" : "The words were read"
        let behind = findings.attachments > 0 ? ["\(unread) stayed behind"] : []
        return (.imported, ([whole] + behind + findings.remarks).joined(separator: "; ") + ".")
    }
}
