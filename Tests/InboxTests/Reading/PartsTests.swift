import Concerns
import Inbox
import Testing

/// What is read of mail in parts, and what is noted of the rest.
struct PartsTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private func reading(_ mail: String) throws -> InboxReading {
        try reader.reading("From: a\n" + mail, named: "a.eml")
    }

    @Test func `a name in pieces, out of order and in its charset, is put together`() throws {
        let mail = """
            Content-Type: multipart/mixed; boundary=b

            --b

            see
            --b
            Content-Type: image/jpeg
            Content-Disposition: attachment; filename*1*=%B3ka.jpg; filename*0*=iso-8859-2''kl%EAs; size=3
            Content-Transfer-Encoding: base64

            AAECAw==
            --b--
            """
        let message = try #require(try reading(mail).message)
        #expect(message.attachments == [InboxAttachment(name: "klęsłka.jpg", byteCount: 4, type: "image/jpeg")])
        #expect(message.text == "see")
    }

    @Test func `names of attachments are in no reason, and neither print nor dump shows them`() throws {
        let part = "--b\nContent-Type: image/png; name=\"/home/Ann Smith.png\"\n\nx\n"
        let reading = try reading("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee\n\(part)\(part)--b--\n")
        #expect(reading.reason == "The words were read; 2 attachments stayed behind.")
        #expect(reading.message?.attachments.map(\.name) == ["Ann Smith.png", "Ann Smith.png"])
        var dumped = ""
        dump(reading, to: &dumped)
        dump(reading.message?.attachments, to: &dumped)
        #expect(!dumped.contains("Ann"))
    }

    @Test func `attached text and mail sent on are the message's words, above no one's signature`() throws {
        let mail = """
            Content-Type: multipart/mixed; boundary=b

            --b

            I visit her.

            --\u{20}
            Ann, advocate
            --b
            Content-Type: text/plain; name=words.txt
            Content-Disposition: attachment

            i am cold
            --b
            Content-Type: message/rfc822

            From: c
            Subject: my room

            it is damp
            --b--
            """
        let message = try #require(try reading(mail).message)
        for words in ["I visit her.", "i am cold", "my room", "it is damp"] { #expect(message.text.contains(words)) }
        #expect(message.attachments.isEmpty)
    }

    @Test(arguments: [
        ("application/pkcs7-mime; smime-type=enveloped-data", "encrypted"),
        ("application/pkcs7-mime; smime-type=signed-data", "wrapped in a signature"),
        ("multipart/encrypted; boundary=b", "encrypted"), ("message/partial; id=1; number=2", "one piece"),
    ])
    func `what cannot be opened is for a person`(type: String, reason: String) throws {
        let reading = try reading("Subject: my words\nContent-Type: \(type)\n\nMIAGCSqGSIb3\n")
        #expect(reading.outcome == .quarantined)
        #expect(reading.reason.contains(reason), "\(reading.reason)")
        #expect(reading.message?.original.words.contains("my words") == true)
    }

    @Test func `text that PGP signed is read without its armour, encrypted text is for a person`() throws {
        let signed =
            "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nwe are cold\n- -- so cold\n"
            + "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"
        #expect(try reading("Subject: x\n\n" + signed).message?.text == "we are cold\n-- so cold")
        let secret = "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"
        #expect(try reading("Subject: x\n\n" + secret).outcome == .quarantined)
    }

    @Test func `a file written into the text is noted, words between its marks are not taken for one`() throws {
        let coded =
            "see\nbegin 644 a b.gif\n#AAAA\n`\nend\nwell\n=ybegin line=128 size=3 name=c.rar\n=\u{1}\u{2}\n=yend size=3\nbye\n"
        let message = try #require(try reading("Subject: x\n\n" + coded).message)
        #expect(message.text == "see\nwell\nbye")
        #expect(message.attachments.map(\.name) == ["a b.gif", "c.rar"])
        let words = "begin 644 ideas\nthis is what I want to say to them all\nend"
        #expect(try reading("Subject: x\n\n" + words).message?.text == words)
    }

    @Test func `where the stated boundary stands nowhere, the one that does is used, and that is said`() throws {
        let mail = "Content-Type: multipart/mixed; boundary=a\n\n--b\nContent-Type: text/plain\n\nwords\n--b--\n"
        let mended = try reading(mail)
        #expect(mended.message?.text == "words")
        #expect(mended.reason.contains("not divided as it says"))
        let lost = try reading("Content-Type: multipart/mixed; boundary=a\n\nwords without parts\n")
        #expect(lost.outcome == .quarantined)
        #expect(lost.message?.text == "words without parts")
    }

    @Test(arguments: [
        ("voices+e08000025@earshot.example", "e08000025"), ("Voices <voices+E08000025@x.example>", "e08000025"),
        ("voices@earshot.example", nil), ("+44 20 7946 0000 <v@x.example>", nil), ("a + b@x.example", nil),
    ])
    func `what follows the plus in a recipient's address is kept for the council`(to: String, mailbox: String?) throws {
        #expect(try reading("To: \(to)\nSubject: x\n\nwords\n").message?.about.mailbox == mailbox)
    }

    @Test(arguments: [
        ("Date: nonsense\nReceived: from a by b; Tue, 3 Mar 2026 01:00:00 +0000\n", "2026-03-03"),
        ("Date: Mon, 2 Mar 2026 23:00:00 -0800\nReceived: by b; Tue, 3 Mar 2026 07:00:00 +0000\n", "2026-03-02"),
    ])
    func `the day is the sender's, else that of our own server`(fields: String, day: String) throws {
        #expect(try reading(fields + "Subject: x\n\nwords\n").message?.sent?.description == day)
    }
}
