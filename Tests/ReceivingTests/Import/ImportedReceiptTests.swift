import Concerns
import Inbox
import Receiving
import Testing

struct ImportedReceiptTests {
    let inbox: TestInbox
    private var about = ImportAbout()
    private let mail = TestInbox.mail("they moved me", id: "a")

    init() throws {
        inbox = try TestInbox()
        about.wantsReceipt = true
    }

    @Test func `mail gets no receipt unless one is asked for`() async throws {
        #expect(try await inbox.take(mail, named: "1.eml").map(\.receipt) == [nil])
    }

    @Test(arguments: [0, 3_600, 86_400])
    func `an import that was killed hands out the same receipts when it is run again`(later: Int) async throws {
        let first = try await inbox.take(mail, named: "1.eml", about: about)
        let again = try TestInbox(after: inbox, atSecond: TestReception.second + later)
        let second = try await again.take(mail, named: "1.eml", about: about)
        #expect(second.map(\.outcome) == [.duplicate])
        #expect(first.first?.receipt != nil && first.map(\.receipt) == second.map(\.receipt))
    }

    @Test func `after two days no receipt can be made again`() async throws {
        _ = try await inbox.take(mail, named: "1.eml", about: about)
        let again = try TestInbox(after: inbox, atSecond: TestReception.second + 2 * 86_400)
        #expect(try await again.take(mail, named: "1.eml", about: about).map(\.receipt) == [nil])
    }

    @Test func `another who hands in the same letter is not given the first one's receipt`() async throws {
        var (first, second) = (about, about)
        (first.handedInBy, second.handedInBy) = ("avery", "robin")
        let one = try await inbox.take("nobody listens", named: "1.txt", about: first)
        #expect(one.first?.receipt != nil)
        #expect(try await inbox.take("nobody listens", named: "1.txt", about: second).map(\.receipt) == [nil])
        #expect(
            try await inbox.take("nobody listens", named: "1.txt", about: first).map(\.receipt) == one.map(\.receipt))
    }

    @Test func `who was imported without a receipt gets none by asking later`() async throws {
        _ = try await inbox.take(mail, named: "1.eml")
        let again = try await inbox.take(mail, named: "1.eml", about: about)
        #expect(again.map(\.outcome) == [.duplicate] && again.map(\.receipt) == [nil])
    }

    @Test func `without the day's key nothing is kept, so that a second run cannot make a second concern`() async throws
    {
        inbox.keys.fill()
        await #expect(throws: (any Error).self) { try await inbox.take(mail, named: "1.eml", about: about) }
        #expect(try await inbox.waiting.isEmpty)
    }
}
