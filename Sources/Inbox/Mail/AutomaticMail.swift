/// Mail that a program sent in answer to ours: reports of delivery and notes of absence.
///
/// `Auto-Submitted: auto-generated` is not among them (RFC 3834): forms on other sites send young people's words so.
enum AutomaticMail {
    private static let reports = ["delivery-status", "disposition-notification", "feedback-report"]
    private static let postmasters = ["mailer-daemon@", "postmaster@", "<mailer-daemon>"]
    private static let absences = ["automatic reply:", "auto-reply:", "autoreply:", "out of office:"]

    /// The sentence to show when it is one; nil for mail of people.
    static func reason(_ part: MailPart) -> String? {
        let fields = part.fields
        let type = part.type["report-type"]?.lowercased() ?? ""
        let isReport = part.type.keyword == "multipart/report" && (type.isEmpty || reports.contains(type))
        let from = fields.keyword("from") ?? ""
        if isReport || fields["x-failed-recipients"] != nil || postmasters.contains(where: from.contains) {
            return "It is a report that mail was or was not delivered."
        }
        let subject = fields.keyword("subject") ?? ""
        let isAbsence =
            fields.keyword("auto-submitted")?.hasPrefix("auto-replied") == true || fields["x-autoreply"] != nil
            || fields.keyword("precedence") == "auto_reply" || absences.contains(where: subject.hasPrefix)
        return isAbsence ? "It is an automatic answer, such as a note of absence." : nil
    }
}
