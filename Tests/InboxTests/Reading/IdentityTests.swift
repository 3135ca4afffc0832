import Inbox
import Testing

/// What a message is known by when it comes again.
struct IdentityTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private let postmark = "From a@post.example Mon Mar  2 10:02:00 2026\n"

    private func identities(of text: String, named name: String) -> [[UInt8]] {
        reader.readings(of: Array(text.utf8), named: name).map(\.identity)
    }

    @Test(arguments: ["Message-ID: <1@post.example>\n", ""])
    func `the same mail in a mailbox, a Maildir and a file is one`(id: String) {
        let head = "From: a@post.example\n\(id)Subject: key\n"
        let body = "\nFrom Monday on\nI have no key\n"
        let box =
            postmark + head + "Status: RO\nX-UID: 17\nContent-Length: 3\n" + "\n>From Monday on\nI have no key\n\n\n"
        let known = identities(of: head + body, named: "new/1.host")
        #expect(known.count == 1)
        #expect(identities(of: box, named: "a.mbox") == known)
        #expect(identities(of: (head + body).replacing("\n", with: "\r\n"), named: "a.eml") == known)
    }

    @Test func `one id with other words is another message, and the same words without an id are one only when all is`()
    {
        func mail(_ id: String, _ words: String) -> String { "From: a\nSubject: x\n\(id)\n\(words)\n" }
        let mails = [
            mail("Message-ID: <1@a>\n", "cold"), mail("Message-ID: <1@a>\n", "warm"),
            mail("Message-ID: <2@a>\n", "cold"),
            mail("", "cold"), mail("Date: Mon, 2 Mar 2026 10:00:00 +0000\n", "cold"),
        ]
        #expect(Set(mails.flatMap { identities(of: $0, named: "a.eml") }).count == mails.count)
    }

    @Test func `two letters with the same short words in one file are one, with other lines on top two`() {
        let letters = "help\n--- message ---\nhelp\n--- message ---\nChildren: 2\n\nhelp\n"
        #expect(
            reader.readings(of: Array(letters.utf8), named: "a.txt").map(\.outcome) == [
                .imported, .duplicate, .imported,
            ])
    }

    @Test func `mail in which nothing could be read is known by its bytes`() {
        func mail(_ secret: String) -> String {
            "From: a\nMessage-ID: <1@a>\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\n\(secret)\n--b--\n"
        }
        #expect(identities(of: mail("x"), named: "a.eml") != identities(of: mail("y"), named: "a.eml"))
        #expect(identities(of: mail("x"), named: "a.eml") == identities(of: mail("x"), named: "b.eml"))
    }
}
