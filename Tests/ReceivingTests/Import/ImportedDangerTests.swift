import Concerns
import Inbox
import Receiving
import Store
import Testing

/// Danger comes first wherever in a mail it stands.
struct ImportedDangerTests {
    private static let danger = "I want to kill myself tonight"

    @Test(arguments: [
        "Hello, this is about my review. It was moved again.\n\n-- \n\(danger)",
        "See below.\n\nOn Tue, 3 Mar 2026 at 10:00, Jo <jo@post.example> wrote:\n> \(danger)",
    ])
    func `below a signature's dashes, and in what is passed on with hardly a word, it calls at once`(
        words: String
    ) async throws {
        let inbox = try TestInbox()
        let imported = try await inbox.take(TestInbox.mail(words), named: "mail.eml")
        #expect(imported.map(\.outcome) == [.imported])
        #expect(try await inbox.waiting.map(\.urgency) == [.dangerNow])
        #expect(inbox.calls.count == 1)
    }

    @Test func `what was quoted under a letter of its own is read today, and calls nobody a second time`() async throws
    {
        let inbox = try TestInbox()
        let answer = Array(repeating: "Thank you for writing, we will talk about the review on Monday.", count: 4)
        let quoted = "On Tue, 3 Mar 2026 at 10:00, Jo <jo@post.example> wrote:\n> \(Self.danger)"
        _ = try await inbox.take(
            TestInbox.mail(answer.joined(separator: "\n") + "\n\n" + quoted), named: "mail.eml")
        #expect(try await inbox.waiting.map(\.urgency) == [.safeguarding])
        #expect(inbox.calls.count == 0)
    }

    @Test func `mail of a program that quotes danger is set aside and calls`() async throws {
        let inbox = try TestInbox()
        let words = "I am out of the office until Monday.\n\nOn Tue, 3 Mar 2026, Jo wrote:\n> \(Self.danger)"
        let imported = try await inbox.take(
            TestInbox.mail(words, more: ["Auto-Submitted: auto-replied"]), named: "mail.eml")
        #expect(imported.map(\.outcome) == [.quarantined])
        #expect(inbox.calls.count == 1)
    }

    @Test func `a newsletter that speaks of harm is set aside for today`() async throws {
        let inbox = try TestInbox()
        let list = ["List-Unsubscribe: <https://news.example/u>", "Precedence: bulk"]
        let imported = try await inbox.take(
            TestInbox.mail("my foster carer hits me every night please help", more: list), named: "mail.eml")
        #expect(imported.map(\.outcome) == [.quarantined])
        #expect(inbox.calls.count == 0)
    }

    @Test func `danger at the end of a very long letter is found`() async throws {
        let inbox = try TestInbox()
        let long = String(repeating: "Nothing happened on this day either. ", count: 8_000)
        let imported = try await inbox.take(long + Self.danger, named: "diary.txt")
        #expect(imported.map(\.outcome) == [.quarantined])
        #expect(imported.map(\.isDanger) == [true])
    }
}

/// Nothing that one message holds keeps another waiting, or tells on disk which one it was.
struct ImportedAlongsideTests {
    @Test func `a reply that quotes a whole correspondence does not keep the next mail out`() async throws {
        let inbox = try TestInbox()
        let quoted = (0..<4_000).map { "> line \($0) of what was written before, and before that\n" }.joined()
        let reply = "Thank you all.\n\nOn Tue, 3 Mar 2026 at 10:00, Jo <jo@post.example> wrote:\n\(quoted)"
        let imported = try await inbox.take(
            TestInbox.mbox([TestInbox.mail(reply, id: "1"), TestInbox.mail("They moved me again.", id: "2")]))
        #expect(imported.map(\.outcome) == [.imported, .imported])
        #expect(try await inbox.told(imported[0]).parted?.quoted?.hasPrefix("On Tue") == true)
    }

    @Test(arguments: ["\u{1F600}", "\"", "\\", "\u{7F}", "\u{85}"])
    func `the longest words, quote and signature that are taken fit, whatever they are made of`(
        sign: String
    ) async throws {
        let inbox = try TestInbox()
        let words = String(repeating: sign, count: 9_900)
        let quoted = (0..<500).map { _ in "> " + String(repeating: sign, count: 70) + "\n" }.joined()
        let attribution = "On Tue, 3 Mar 2026 at 10:00, Jo <jo@post.example> wrote:"
        let mail = "They moved me. \(words)\n\n-- \n\(words)\n\n\(attribution)\n\(quoted)"
        let imported = try await inbox.take(
            TestInbox.mbox([TestInbox.mail(mail, id: "1"), TestInbox.mail("Nobody asked me.", id: "2")]))
        #expect(imported.count == 2)
        #expect(imported.allSatisfy { $0.outcome == .imported || $0.outcome == .quarantined })
    }

    @Test func `what was mended in a message is told to whoever hands it in, and not kept`() async throws {
        let inbox = try TestInbox()
        let imported = try await inbox.take("Date: the day after\nCouncil: Leeds\n\nThey moved me.", named: "a.txt")
        #expect(imported.map(\.outcome) == [.imported])
        #expect(imported.map(\.cause) == [""])
        #expect(imported.first?.reason.isEmpty == false)
    }

    @Test func `the names and sizes of attachments come to the moderator with the words`() async throws {
        let inbox = try TestInbox()
        let parts = [
            "--b\nContent-Type: text/plain\n\nThey moved me again.\n",
            "--b\nContent-Type: image/png; name=room.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n",
        ]
        let imported = try await inbox.take(
            TestInbox.mail(
                parts.joined(), more: ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]),
            named: "mail.eml")
        let attachments = try await inbox.told(try #require(imported.first)).parted?.attachments
        #expect(attachments == ["room.png (8 B)"])
    }
}
