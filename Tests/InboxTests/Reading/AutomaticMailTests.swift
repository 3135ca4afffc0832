import Concerns
import Inbox
import Testing

/// Mail that programs write, and people's mail that looks like it.
struct AutomaticMailTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private func reading(_ fields: String, name: String = "a.eml") throws -> InboxReading {
        try reader.reading("\(fields)\nMessage-ID: <1@a>\n\nhe hits me\n", named: name)
    }

    @Test(arguments: [
        ("From: MAILER-DAEMON@mx.example\nSubject: Undelivered", "delivered"),
        ("From: a@b\nX-Failed-Recipients: c@d", "delivered"),
        ("From: a@b\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b", "delivered"),
        ("From: a@b\nSubject: x\nAuto-Submitted: auto-replied (vacation)", "automatic answer"),
        ("From: a@b\nSubject: Automatic reply: We have your message", "automatic answer"),
        ("From: a@b\nSubject: x\nPrecedence: auto_reply", "automatic answer"),
        ("From: a@b\nSubject: x\nList-Unsubscribe: <mailto:u@b>\nPrecedence: bulk", "newsletter"),
        ("From: a@b\nContent-Type: text/calendar; method=REQUEST", "invitation"),
    ])
    func `mail of programs is rejected, and its words are kept for whoever looks for danger`(
        fields: String, reason: String
    ) throws {
        let reading = try reading(fields)
        #expect(reading.outcome == .rejected)
        #expect(reading.reason.contains(reason), "\(reading.reason)")
        let isText = !fields.contains("report") && !fields.contains("calendar")
        #expect(reading.message?.original.words.contains("he hits me") == true || !isText)
    }

    @Test(arguments: [
        "From: a@b\nSubject: x\nAuto-Submitted: auto-generated", "From: a@b\nSubject: x\nPrecedence: bulk",
        "From: a@b\nSubject: Out of office hours nobody answers", "From: a@b\nSubject: x\nReturn-Path: <>",
        "From: a@b\nSubject: x\nX-Auto-Response-Suppress: All", "From: a@b\nSubject: x\nList-Unsubscribe: <mailto:u@b>",
        "From: a@b\nSubject: x\nAuto-Submitted: no",
    ])
    func `mail of people and of forms on other sites is taken`(fields: String) throws {
        #expect(try reading(fields).outcome == .imported)
    }

    @Test func `a newsletter is known by its text where it can be left by a field`() throws {
        let mail =
            "From: a@b\nSubject: x\nList-Unsubscribe: <mailto:u@b>\n\nOffers\n\nView this email in your browser\n"
        #expect(try reader.reading(mail, named: "a.eml").outcome == .rejected)
    }

    @Test func `what came through a list that young people can write to is looked at by a person`() throws {
        let list = "From: a@b\nSubject: x\nList-Id: <l.example>\nPrecedence: list\nList-Post: "
        #expect(try reading(list + "<mailto:l@l.example>").outcome == .quarantined)
        #expect(try reading(list + "NO").outcome == .rejected)
    }

    @Test(arguments: [
        ("cur/1.host:2,D", InboxOutcome.quarantined), ("cur/1.host:2,DS", .quarantined), ("cur/1.host:2,ST", .imported),
        ("cur/1.host:2,", .imported), ("new/1.Dhost", .imported), ("cur/D:2/1.host:2,S", .imported),
    ])
    func `drafts in a Maildir are set aside, what was put in the bin is still read`(name: String, outcome: InboxOutcome)
        throws
    {
        #expect(try reading("From: a@b\nSubject: x", name: name).outcome == outcome)
    }

    @Test func `a note that a mailbox keeps for itself is no message`() throws {
        let note =
            "From: Mail System Internal Data <a@b>\nSubject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA\nX-IMAP: 1 2"
        #expect(try reading(note).outcome == .rejected)
    }
}
