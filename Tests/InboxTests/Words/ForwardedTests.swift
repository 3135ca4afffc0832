import Testing

@testable import Inbox

/// Mail in which an advocate passes on what a young person wrote.
struct ForwardedTests {
    let phrases: MailPhrases

    init() throws { phrases = try Shipped.phrases() }

    private func parts(_ text: String, isReply: Bool = false, isForward: Bool = true) -> ReplyParts {
        ReplyParts(of: text, isReply: isReply, isForward: isForward, phrases: phrases)
    }

    static let marks = [
        "---------- Forwarded message ---------", "-------- Forwarded Message --------", "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------", "Anfang der weitergeleiteten Nachricht:",
        "---------- Message transféré ---------", "Début du message réexpédié :",
        "---------- Mensaje reenviado ---------",
        "---------- Messaggio inoltrato ---------", "---------- Mensagem encaminhada ---------",
        "---------- Doorgestuurd bericht ---------", "---------- Wiadomość przekazana dalej ---------",
        "---------- Mesaj redirecționat ---------", "---------- Vidarebefordrat meddelande ---------",
        "---------- Videresendt meddelelse ---------", "---------- Videresendt melding ---------",
        "---------- Välitetty viesti ---------", "---------- Přeposlaná zpráva ---------",
        "---------- Preposlaná správa ---------", "---------- Továbbított üzenet ---------",
        "---------- İletilen mesaj ---------", "---------- Neges wedi'i hanfon ymlaen ---------",
        "---------- Mesazh i përcjellë ---------", "---------- Persiųstas laiškas ---------",
        "---------- رسالة معاد توجيهها ---------", "---------- پیام فوروارد شده ---------",
        "---------- Thư được chuyển tiếp ---------",
        "---------------------- Forwarded by A Worker/Office on 02/03/2026 10:02 ---------------------------",
    ]

    @Test(arguments: marks)
    func `the words sent on are the message, and the head above them is quoted`(mark: String) {
        let head =
            "From: T <t@post.example>\nDate: Sun, 1 Mar 2026 at 19:40\nSubject: please read\nTo: <a@post.example>"
        for isForward in [true, false] {
            let parts = parts(
                "She asked me to.\n\n\(mark)\n\(head)\n\n\nI have no social worker.", isForward: isForward)
            #expect(parts.text == "She asked me to.\n\nI have no social worker.")
            #expect(parts.quoted == "\(mark)\n\(head)")
            #expect(parts.signature == nil)
        }
    }

    @Test func `Apple's forward loses the marks before the words, and its head is quoted`() {
        let parts = parts(
            "Begin forwarded message:\n\n> From: T <t@post.example>\n> Subject: hi\n> Date: 1 March 2026\n> \n> my words\n> go on"
        )
        #expect(parts.text == "my words\ngo on")
        #expect(parts.quoted?.contains("Subject: hi") == true)
    }

    @Test func `Outlook forwards without a mark, by its head alone`() {
        let parts = parts(
            "please see\n\n________________________________\nFrom: T\nSent: 1 March 2026 19:40\nTo: A\nSubject: hi\n\nthey took my phone"
        )
        #expect(parts.text == "please see\n\nthey took my phone")
        #expect(parts.quoted?.hasPrefix("____") == true)
    }

    @Test func `an answer that is sent on is parted from what it answers`() {
        let parts = parts(
            "---------- Forwarded message ---------\nFrom: T\nSubject: Re: hi\n\nyes you can send it\n\nOn 1 March 2026 at 19:40, A wrote:\n> May I?"
        )
        #expect(parts.text == "yes you can send it")
        #expect(parts.quoted?.hasSuffix("> May I?") == true)
    }

    @Test func `what a forwarded mail of few words quotes may be the young person's words, so it stays`() {
        let parts = parts(
            "---------- Forwarded message ---------\nFrom: A\nSubject: Re: hi\n\nI will ask.\n\nOn 1 March 2026 at 19:40, T wrote:\n> he hits me"
        )
        #expect(parts.text.contains("he hits me"))
    }

    @Test func `the signature of who sends it on is parted, above the mail and below it`() {
        let above = parts(
            "For you.\n\n-- \nA. Worker\n0121 496 0123\n\n---------- Forwarded message ---------\nFrom: T\n\nmy words")
        #expect(above.text == "For you.\n\nmy words")
        #expect(above.signature == "A. Worker\n0121 496 0123")
        let below = parts("For you.\n\n---------- Forwarded message ---------\nFrom: T\n\nmy words\n\n-- \nAn advocate")
        #expect(below.text == "For you.\n\nmy words")
        #expect(below.signature == "An advocate")
    }

    @Test func `a forward of a forward keeps only the words`() {
        let parts = parts(
            "---------- Forwarded message ---------\nFrom: A\nSubject: Fwd: hi\n\n---------- Forwarded message ---------\nFrom: T\nSubject: hi\n\nmy words"
        )
        #expect(parts.text == "my words")
        #expect(parts.quoted?.split(separator: "\n").count == 6)
    }

    @Test func `a forward of nothing but its head stays whole`() {
        let parts = parts("---------- Forwarded message ---------\nFrom: T\nSubject: help me")
        #expect(parts.text.contains("help me"))
    }

    @Test func `in an answer, a forward below the mail that was answered is part of it`() {
        let text =
            "ok\n\n-----Original Message-----\nFrom: V\n\nsee this\n---------- Forwarded message ---------\nFrom: T\n\nwords"
        let parts = parts(text, isReply: true, isForward: false)
        #expect(parts.text == "ok")
        #expect(parts.quoted?.hasSuffix("words") == true)
    }
}
