import Testing

@testable import Inbox

struct SubjectTests {
    let phrases: MailPhrases

    init() throws { phrases = try Shipped.phrases() }

    @Test(arguments: [
        "Re: my room", "RE: my room", "re:my room", "AW: my room", "SV: my room", "Odp: my room", "YNT: my room",
        "Ateb: my room",
        "Antw: my room", "RE : my room", "Re[2]: my room", "Re (3): my room", "R: my room", "رد: my room",
        "پاسخ: my room",
        "Trả lời: my room", "回复：my room", "Ответ: my room", "Re: AW: Re: my room",
    ])
    func `an answer is known by its mark, in each language`(line: String) {
        let subject = Subject(line, phrases: phrases)
        #expect(subject.isReply)
        #expect(!subject.isForward)
        #expect(subject.said == "my room")
    }

    @Test(arguments: [
        "Fwd: my room", "FW: my room", "WG: my room", "TR: my room", "VS: my room", "PD: my room", "YML: my room",
        "ENC: my room",
        "RV: my room", "إعادة توجيه: my room", "Chuyển tiếp: my room", "Fwd: Fw: my room",
    ])
    func `a forward is known by its mark, in each language`(line: String) {
        let subject = Subject(line, phrases: phrases)
        #expect(subject.isForward)
        #expect(!subject.isReply)
        #expect(subject.said == "my room")
    }

    @Test(arguments: [
        ("Re: FW: Re: My placement", "My placement"), ("Re:", nil), ("(no subject)", nil), ("No Subject", nil),
        ("???", nil), ("", nil),
        ("🆘", "🆘"), ("Note: re this", "Note: re this"), ("Review: cancelled", "Review: cancelled"), ("Re", "Re"),
        ("none of them listen", "none of them listen"), ("  spaces  ", "spaces"), ("(bez tematu)", nil),
        ("مرحبا", "مرحبا"),
    ])
    func `what is left is what they said`(line: String, said: String?) {
        #expect(Subject(line, phrases: phrases).said == said)
    }

    @Test func `a million marks are passed over in one go`() {
        let subject = Subject(String(repeating: "Re: ", count: 250_000) + "words", phrases: phrases)
        #expect(subject.said == "words")
    }
}
