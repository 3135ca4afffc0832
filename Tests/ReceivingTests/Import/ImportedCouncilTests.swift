import Concerns
import Inbox
import Receiving
import Testing

struct ImportedCouncilTests {
    let inbox: TestInbox

    init() throws { inbox = try TestInbox() }

    private static let leeds = "E08000035"

    @Test(arguments: [
        ("Council: Leeds\n\nwords", "1.txt"), ("Council: E08000035\n\nwords", "1.txt"),
        ("Council: leeds city council\n\nwords", "1.txt"),
        ("Leeds city council never rang me", "1.txt"),
        (TestInbox.mail("words", to: "voices+e08000035@earshot.example"), "1.eml"),
        (TestInbox.mail("words", to: "Voices <voices+leeds@earshot.example>"), "1.eml"),
    ])
    func `the council is found where a message names it`(text: String, name: String) async throws {
        #expect(try await inbox.take(text, named: name).map { $0.authority?.description } == [Self.leeds])
    }

    @Test(arguments: [
        "I live in Leeds", "Council: Newcastle\n\nwords", "Council: nowhere\n\nwords",
        "Leeds city council moved me. Then Wakefield council did.",
    ])
    func `what could be several councils, or none, is left open for the desk`(text: String) async throws {
        #expect(try await inbox.take(text, named: "1.txt").map(\.authority) == [nil])
    }

    @Test func `what was written for the council is sealed with the words, also where it settles nothing`() async throws
    {
        let imported = try await inbox.take("Council: Newcastle\n\nwords", named: "1.txt")
        #expect(try await inbox.told(#require(imported.first)).councilTyped == "Newcastle")
    }

    @Test func `the command line's council serves those that name none, and an advocate's correction all`() async throws
    {
        var about = ImportAbout()
        about.authority = try GSSCode("E08000025")
        let named = try await inbox.take("Council: Leeds\n\nwords", named: "1.txt", about: about)
        let silent = try await inbox.take("other words", named: "2.txt", about: about)
        #expect(named.map { $0.authority?.description } == [Self.leeds])
        #expect(silent.map { $0.authority?.description } == ["E08000025"])
        about.isAuthorityCertain = true
        let corrected = try await inbox.take("Council: Leeds\n\nthird words", named: "3.txt", about: about)
        #expect(corrected.map { $0.authority?.description } == ["E08000025"])
    }
}
