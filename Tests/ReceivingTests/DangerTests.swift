import Concerns
import Receiving
import Store
import Testing
import Triage

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

    @Test(arguments: [
        ("hello", "i want to kill myself", Urgency.safeguarding), ("my dad hits me", "Sandwell", .safeguarding),
        ("my dad hits me", "he has a knife and is going to kill me", .dangerNow),
        ("thank you", "my foster dad hits me every week", .safeguarding),
        ("My social worker never calls me back", "أين أنا الآن لا أعرف اسم البلدية", .concern),
        ("My social worker never calls me back", "Кройдон и Саттон, Лондон", .concern),
        ("My social worker never calls me back", "thank you so much", .concern),
        ("thank you to my social worker, she is brilliant", "Croydon", .praise),
    ])
    func `what is typed for the council raises the urgency for what it says, not for its language`(
        words: String, council: String, urgency: Urgency
    ) async throws {
        let site = try TestReception()
        _ = try await site.send(words, [("council", council)], token: site.token())
        #expect(try await site.waiting.map(\.urgency) == [urgency])
    }

    @Test func `no council's own name raises anything`() throws {
        let site = try TestReception()
        for authority in site.authorities.all {
            let form = TestReception.form([("message", "hello"), ("council", authority.name)])
            #expect(site.reception.needsHelpFirst(form) == false, "\(authority.name)")
            #expect(site.triage.alarm(in: Original(authority.name)) == nil, "\(authority.name)")
        }
    }

    @Test(arguments: [
        [("message", "i want to kill myself")], [("message", "help"), ("council", "i want to kill myself")],
        [("message", danger)],
    ])
    func `thoughts of dying are answered with help first in any box, as danger is`(fields: [(String, String)]) throws {
        let reception = try TestReception().reception
        #expect(reception.needsHelpFirst(TestReception.form(fields)))
        #expect(!reception.needsHelpFirst(TestReception.form([("message", "My social worker never calls me back")])))
    }

    @Test func `whoever is on call is called for danger, not for all that needs help first`() async throws {
        let site = try TestReception()
        _ = try await site.send("i want to kill myself", token: site.token())
        #expect(try await site.waiting.map(\.urgency) == [.safeguarding])
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
        #expect(try await site.add(Self.danger, under: taken, isSetAside: true))
        #expect(site.calls.count == 1)
        #expect(try await site.waiting.first?.urgency == .dangerNow)
    }
}
