/// Mail that no person wrote to us, or that may have been written to many.
///
/// Its words are kept beside the reason, since a call for help may hide among them. `Auto-Submitted: auto-generated` is
/// not a sign (RFC 3834): forms on other sites send young people's words so.
struct AutomaticMail {
    let outcome: InboxOutcome
    /// The sentence to show.
    let reason: String

    private static let reports = ["delivery-status", "disposition-notification", "feedback-report"]
    private static let postmasters = ["mailer-daemon@", "postmaster@", "<mailer-daemon>"]

    /// Nil for mail of people.
    ///
    /// - Parameter text: what the mail says; newsletters are known by it where their fields tell little.
    init?(_ part: MailPart, subject: String, text: String, isInvitation: Bool, phrases: MailPhrases) {
        let fields = part.fields
        let subject = subject.lowercased()
        if fields.has(.mailboxNote) || fields.has(.mailboxBase), subject.contains("folder internal data") {
            self.init(.rejected, "It is a note that a mailbox keeps for itself.")
        } else if Self.isReport(part, subject: subject, phrases) {
            self.init(.rejected, "It is a report that mail was or was not delivered.")
        } else if Self.isAbsence(fields, subject: subject, phrases) {
            self.init(.rejected, "It is an automatic answer, such as a note of absence.")
        } else if isInvitation || fields.keyword(.contentClass)?.contains("calendarmessage") == true {
            self.init(.rejected, "It is an invitation from a calendar.")
        } else if Self.isSentToMany(fields, text, phrases) {
            // Young people may write to a list that we are on, so those that take mail are looked at.
            if let post = fields.keyword(.listPost), !post.hasPrefix("no") {
                self.init(.quarantined, "It came through a mailing list. Look whether a young person wrote it.")
            } else {
                self.init(.rejected, "It is a newsletter, or other mail sent to many.")
            }
        } else {
            return nil
        }
    }

    private init(_ outcome: InboxOutcome, _ reason: String) { (self.outcome, self.reason) = (outcome, reason) }

    private static func isReport(_ part: MailPart, subject: String, _ phrases: MailPhrases) -> Bool {
        if part.type.keyword == "multipart/report" {
            let type = part.type["report-type"]?.lowercased() ?? ""
            if type.isEmpty || reports.contains(type) { return true }
        }
        if part.fields.has(.failedRecipients) { return true }
        if let from = part.fields[.from]?.prefix(1000), postmasters.contains(where: from.containsIgnoringCase) {
            return true
        }
        // A mail without a way back was sent by a program; young people's forms too may send so.
        return isWithoutWayBack(part.fields) && phrases.deliveryReports.contains { subject.utf8.starts(with: $0.utf8) }
    }

    private static func isAbsence(_ fields: HeaderFields, subject: String, _ phrases: MailPhrases) -> Bool {
        fields.has(.autoReply) || fields.has(.autoRespond)
            || fields.keyword(.autoSubmitted)?.hasPrefix("auto-replied") == true
            || fields.keyword(.precedence) == "auto_reply"
            || phrases.absences.contains { isAbsence(fields, subject: subject, beginning: $0) }
    }

    /// Young people may begin a subject with “out of office” too, so words alone must end in a colon as programs write
    /// them, or a field must say that a program was at work.
    private static func isAbsence(_ fields: HeaderFields, subject: String, beginning phrase: String) -> Bool {
        guard subject.utf8.starts(with: phrase.utf8) else { return false }
        let after = subject[subject.utf8.index(subject.startIndex, offsetBy: phrase.utf8.count)...]
        return phrase.hasSuffix(":") || after.drop(while: \.isWhitespace).first == ":"
            || fields.has(.autoResponseSuppress) || fields.has(.precedence) || isWithoutWayBack(fields)
            || fields.keyword(.autoSubmitted).map { $0 != "no" } ?? false
    }

    private static func isWithoutWayBack(_ fields: HeaderFields) -> Bool {
        fields[.returnPath].map { $0.elementsEqual("<>".utf8) } ?? false
    }

    private static func isSentToMany(_ fields: HeaderFields, _ text: String, _ phrases: MailPhrases) -> Bool {
        guard fields.has(.listUnsubscribe) || fields.has(.listID) else { return false }
        let isBulk = ["bulk", "list", "junk"].contains(fields.keyword(.precedence))
        if isBulk || fields.has(.listUnsubscribePost) || (fields.has(.listUnsubscribe) && fields.has(.listID)) {
            return true
        }
        let text = Array(text.lowercased().utf8)[...]
        return fields.has(.listUnsubscribe) && phrases.newsletters.contains { text.place(of: Array($0.utf8)) != nil }
    }
}
