import Concerns
import Inbox
import Testing

struct InboxMessageTests {
    private func message(_ subject: String?, _ text: String) -> InboxMessage {
        InboxMessage(
            sent: nil, subject: subject, text: text, quoted: "quoted words", signature: "Ann", charset: "utf-8",
            messageID: "id@post.example")
    }

    @Test func `its words do not leak into print, debug print, dump or a failed expectation`() {
        let message = message("a subject", "hidden letters")
        let reading = InboxReading(index: 0, outcome: .imported, reason: "The words were read.", message: message)
        var dumped = ""
        dump(reading, to: &dumped)
        for shown in ["\(message)", String(reflecting: message), "\(reading)", dumped] {
            for word in ["subject", "hidden", "quoted words", "Ann", "post.example"] {
                #expect(!shown.contains(word))
            }
        }
    }

    @Test(arguments: [
        (nil, "words", "words"), ("My placement", "words", "My placement\n\nwords"),
        ("Re: FW: Re: My placement", "words", "My placement\n\nwords"), ("Re:", "words", "words"),
        ("(no subject)", "words", "words"), ("???", "words", "words"), ("🆘", "words", "🆘\n\nwords"),
        ("words", "words and more", "words and more"), ("ring me", "", "ring me"),
        ("Note: re this", "words", "Note: re this\n\nwords"),
    ])
    func `what is sealed is the text, under its subject where that says something`(
        subject: String?, text: String, sealed: String
    ) {
        #expect(message(subject, text).original.words == sealed)
    }
}
