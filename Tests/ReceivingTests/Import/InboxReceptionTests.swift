import Concerns
import Foundation
import Inbox
import Receiving
import Store
import TestSupport
import Testing

struct InboxReceptionTests {
    let inbox: TestInbox

    init() throws { inbox = try TestInbox() }

    @Test func `a mailbox is taken once, however often it is handed in`() async throws {
        let mbox = TestInbox.mbox(["one thing", "another thing"].map { TestInbox.mail($0, id: $0.prefix(3) + "1") })
        #expect(try await inbox.take(mbox).map(\.outcome) == [.imported, .imported])
        #expect(try await inbox.take(mbox).map(\.outcome) == [.duplicate, .duplicate])
        #expect(try await inbox.waiting.count == 2)
    }

    @Test func `the same mail as mbox and as a file of a Maildir is one concern`() async throws {
        let mails = [TestInbox.mail("From the start it was so.\n> From him", id: "a1"), TestInbox.mail("no id at all")]
        let mbox =
            "From x Mon Mar  2 10:02:00 2026\nStatus: RO\n"
            + mails.joined(separator: "\nFrom x Mon Mar  2 10:02:00 2026\nX-Status: A\n")
            .replacing("\nFrom the", with: "\n>From the").replacing("\n> From", with: "\n> From")
        #expect(try await inbox.take(mbox).map(\.outcome) == [.imported, .imported])
        for mail in mails {
            #expect(try await inbox.take(mail, named: "new/1700000000.M1P1.host").map(\.outcome) == [.duplicate])
        }
    }

    @Test func `one id with other words is another message, as some programs give one id to all they send`()
        async throws
    {
        _ = try await inbox.take(TestInbox.mail("one", id: "same"), named: "1.eml")
        #expect(try await inbox.take(TestInbox.mail("two", id: "same"), named: "2.eml").map(\.outcome) == [.imported])
    }

    @Test func `two children who send the same short sentence are two, and the same entry is one`() async throws {
        let sentence = "nobody listens to me"
        _ = try await inbox.take(TestInbox.mail(sentence, id: "a"), named: "1.eml")
        #expect(try await inbox.take(TestInbox.mail(sentence, id: "b"), named: "2.eml").map(\.outcome) == [.imported])
        _ = try await inbox.take(sentence, named: "1.txt")
        #expect(try await inbox.take(sentence, named: "2.txt").map(\.outcome) == [.duplicate])
    }

    @Test func `an advocate says that the same words came from another child`() async throws {
        _ = try await inbox.take("nobody listens", named: "1.txt")
        var about = ImportAbout()
        about.anotherChild = Data("upload 7, entry 1".utf8)
        #expect(try await inbox.take("nobody listens", named: "1.txt", about: about).map(\.outcome) == [.imported])
        #expect(try await inbox.take("nobody listens", named: "1.txt", about: about).map(\.outcome) == [.duplicate])
        #expect(try await inbox.waiting.count == 2)
    }

    @Test func `what was taken before is known without keeping anything`() async throws {
        let read = { inbox.reader.readings(of: Array("nobody listens".utf8), named: "1.txt") }
        #expect(try await inbox.reception.known(read()) == [false])
        #expect(try await inbox.reception.known(read()) == [false])
        _ = try await inbox.take("nobody listens", named: "1.txt")
        #expect(try await inbox.reception.known(read()) == [true])
    }

    @Test func `danger calls whoever is on call, also when the import was killed before it could`() async throws {
        let mail = TestInbox.mail("i am going to kill myself tonight", id: "a")
        #expect(try await inbox.take(mail, named: "1.eml").map(\.isDanger) == [true])
        #expect(inbox.calls.count == 1)
        let again = try TestInbox(after: inbox)
        _ = try await again.take(mail, named: "1.eml")
        #expect(again.calls.count == 1)
    }

    @Test func `a newsletter is counted and not kept, but one that speaks of danger is for a person`() async throws {
        let list = ["List-Unsubscribe: <https://news.example/u>", "List-Id: <n.news.example>", "Precedence: bulk"]
        let dull = try await inbox.take(
            TestInbox.mail("Our spring events", id: "n1", more: list), named: "1.eml")
        #expect(dull.map(\.outcome) == [.rejected])
        #expect(try await inbox.reception.known([]) == [])
        let danger = try await inbox.take(
            TestInbox.mail("i am going to kill myself tonight", id: "n2", more: list), named: "2.eml")
        #expect(danger.map(\.outcome) == [.quarantined])
        #expect(inbox.calls.count == 1)
        #expect(try await inbox.waiting.isEmpty)
    }

    @Test func `what cannot be read is kept for a person, once`() async throws {
        let mail = TestInbox.mail("YWJj", id: "e", more: ["Content-Type: application/pkcs7-mime"])
        #expect(try await inbox.take(mail, named: "1.eml").map(\.outcome) == [.quarantined])
        #expect(try await inbox.take(mail, named: "1.eml").map(\.outcome) == [.duplicate])
        #expect(try await inbox.desk.countsQuarantined().waiting == 1)
    }

    @Test func `what stood beside the words is sealed with them and not among them`() async throws {
        let mail = TestInbox.mail(
            "they moved me again\n\n-- \nJo\n\nOn Mon, 2 Mar 2026 at 09:00, W <w@post.example> wrote:\n> how are you?\n",
            id: "a", more: ["Subject: Re: hello"])
        let imported = try await inbox.take(mail, named: "1.eml")
        let told = try await inbox.told(#require(imported.first))
        #expect(told.original.words.contains("they moved me again"))
        #expect(!told.original.words.contains("how are you"))
        #expect(told.parted?.quoted?.contains("how are you") == true)
    }

    @Test func `a wish that words only count holds against whoever hands the message in`() async throws {
        var about = ImportAbout()
        about.sharing = .words
        for (words, sharing) in [
            ("Share: counted\n\nkeep this to yourselves", Sharing.counted), ("tell them all", .words),
        ] {
            let imported = try await inbox.take("Council: Leeds\n" + words, named: "1.txt", about: about)
            let id = try #require(imported.first?.concern)
            #expect(try await inbox.desk.concern(id)?.sharing == sharing)
        }
    }

    @Test func `the store's refusal of one entry does not lose the others`() async throws {
        let imported = try await inbox.take(TestInbox.mbox((0..<5).map { TestInbox.mail("words \($0)", id: "\($0)") }))
        #expect(imported.map(\.outcome) == Array(repeating: .imported, count: 5))
        #expect(imported.map(\.index) == [0, 1, 2, 3, 4])
    }
}
