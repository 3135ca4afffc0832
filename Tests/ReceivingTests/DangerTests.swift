import Concerns
import Receiving
import Store
import Testing

struct DangerTests {
    private static let danger = "he has a knife and is going to kill me"

    @Test(arguments: [[("message", danger)], [("message", "help"), ("council", danger)]])
    func `danger is heard in any box, and whoever is on call is called once it is on disk`(
        fields: [(String, String)]
    ) async throws {
        let site = try TestReception()
        #expect(site.reception.soundsLikeDanger(TestReception.form(fields)))
        _ = try await site.send(fields[0].1, Array(fields.dropFirst()), token: site.token())
        #expect(try await site.waiting.map(\.urgency) == [.dangerNow])
        #expect(site.calls.count == 1)
    }

    @Test func `nobody is called for what is not danger, nor for what was not kept`() async throws {
        let site = try TestReception()
        let token = site.token()
        _ = try await site.send("My social worker never calls me back", token: token)
        #expect(try await site.send(Self.danger, token: token) == .otherWords)
        site.keys.fill()
        await #expect(throws: NotKept.self) { try await site.send(Self.danger, token: site.token()) }
        #expect(site.calls.count == 0)
    }

    @Test func `danger sent again calls again, as we may have stopped between keeping it and the call`() async throws {
        let site = try TestReception()
        let token = site.token()
        _ = try await site.send(Self.danger, token: token)
        let again = try TestReception(after: site)
        _ = try await again.send(Self.danger, token: token)
        #expect(again.calls.count == 1)
        #expect(try await again.waiting.count == 1)
    }

    @Test(arguments: [
        (danger, Urgency.dangerNow), ("My foster dad hits me every week", .safeguarding),
        ("My social worker never calls me back", .spam), ("My carer is lovely and I am happy here", .spam),
    ])
    func `what is set aside goes last, but never what may be about danger`(
        words: String, urgency: Urgency
    ) async throws {
        let site = try TestReception()
        _ = try await site.send(words, token: site.token(), isSetAside: true)
        #expect(try await site.waiting.map(\.urgency) == [urgency])
    }

    @Test func `danger added to a thread calls too`() async throws {
        let site = try TestReception()
        let taken = try await site.send("My social worker never calls me back", token: site.token())
        let thread = try #require(try await site.thread(taken))
        #expect(try await site.add(Self.danger, to: thread, isSetAside: true))
        #expect(site.calls.count == 1)
        #expect(try await site.waiting.first?.urgency == .dangerNow)
    }
}
