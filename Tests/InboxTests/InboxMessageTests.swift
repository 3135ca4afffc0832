import Concerns
import Inbox
import Testing

struct InboxMessageTests {
    private func message(_ subject: String?, _ text: String) -> InboxMessage {
        InboxMessage(
            sent: nil, subject: subject, said: subject, text: text, quoted: "quoted words", signature: "Ann",
            charset: "utf-8",
            messageID: "id@post.example")
    }

    @Test func `its words do not leak into print, debug print, dump or a failed expectation`() {
        let message = message("a subject", "hidden letters")
        let reading = InboxReading(
            index: 0, outcome: .imported, reason: "The words were read.", message: message, identity: Array("id".utf8))
        var dumped = ""
        dump(reading, to: &dumped)
        for shown in ["\(message)", String(reflecting: message), "\(reading)", dumped] {
            for word in ["subject", "hidden", "quoted words", "Ann", "post.example"] {
                #expect(!shown.contains(word))
            }
        }
    }

    @Test(arguments: [
        ("My placement", "My placement\n\nwords"), ("Re: FW: Re: My placement", "My placement\n\nwords"),
        ("Re:", "words"), ("(no subject)", "words"), ("???", "words"), ("🆘", "🆘\n\nwords"), ("words", "words"),
        ("Note: re this", "Note: re this\n\nwords"),
    ])
    func `what is sealed is the text, under its subject where that says something`(
        subject: String, sealed: String
    ) throws {
        let mail = "From: a@post.example\nSubject: \(subject)\nContent-Type: text/plain; charset=utf-8\n\nwords\n"
        #expect(try InboxReader.shipped().reading(mail, named: "a.eml").message?.original.words == sealed)
    }
}
