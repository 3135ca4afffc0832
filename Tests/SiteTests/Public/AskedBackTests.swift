import Concerns
import HTTPTypes
import Store
import Testing

/// What happens on the way on from the question about the council.
struct AskedBackTests {
    private static func next(_ site: TestPublicSite, _ fields: [(String, String)]) async throws -> PublicAnswer {
        try await site.post("/tell/who", [("token", site.token()), ("message", "Hello")] + fields)
    }

    @Test(arguments: [("Oxford", ["E10000025"]), ("Richmond", ["E06000065", "E09000027"])])
    func `a town is asked back with every council that it may mean, and with none of these`(
        town: String, codes: [String]
    ) async throws {
        let site = try TestPublicSite()
        let page = try await Self.next(site, [("council", town)])
        #expect(page.status == .ok)
        #expect(page.main.contains("You wrote “\(town)”. It can mean more than one place."))
        #expect(Set(page.choices("authority")) == Set(codes + [""]))
        #expect(page.choices("authority").last == "")
        #expect(page.choices("who").isEmpty)
        #expect(page.hidden.contains { $0 == ("message", "Hello") })
    }

    @Test func `the council that is chosen then is the one that is kept`() async throws {
        let site = try TestPublicSite()
        let asked = try await Self.next(site, [("council", "Oxford")])
        let who = try await site.post("/tell/who", asked.hidden + [("authority", "E10000025"), ("council", "Oxford")])
        #expect(!who.choices("who").isEmpty)
        let check = try await site.post("/tell/check", who.hidden)
        #expect(check.main.contains(#"<dd dir="auto">Oxfordshire</dd>"#))
        #expect(try await site.post("/tell", check.hidden).receipt != nil)
        #expect(try await site.desk.awaitingDecision().map(\.authority?.description) == ["E10000025"])
        #expect(try await site.kept.map(\.councilTyped) == ["Oxford"])
    }

    @Test func `who does not know which goes on, and is not asked again`() async throws {
        let site = try TestPublicSite()
        let asked = try await Self.next(site, [("council", "Oxford")])
        let who = try await site.post("/tell/who", asked.hidden + [("authority", ""), ("council", "Oxford")])
        #expect(!who.choices("who").isEmpty)
        // Back and on again, and from the next page on.
        for address in ["/tell/who", "/tell/age"] {
            #expect(!(try await site.post(address, who.hidden)).main.contains("Is it one of these?"))
        }
        #expect(try await site.post("/tell", who.hidden).main.contains("We do not know yet which council"))
        #expect(try await site.kept.map(\.councilTyped) == ["Oxford"])
    }

    @Test func `a name that nobody knows is said to be unknown, and goes on at the second try`() async throws {
        let site = try TestPublicSite()
        let asked = try await Self.next(site, [("council", "Atlantis <1>")])
        #expect(asked.main.contains("You wrote “Atlantis &lt;1&gt;”. We do not know a council with this name."))
        #expect(asked.choices("authority") == [""])
        let who = try await site.post("/tell/who", asked.hidden + [("council", "Atlantis <1>")])
        #expect(!who.choices("who").isEmpty)
    }

    @Test func `another name in place of an unclear one is asked back like the first`() async throws {
        let site = try TestPublicSite()
        let asked = try await Self.next(site, [("council", "Oxford")])
        let again = try await site.post("/tell/who", asked.hidden + [("authority", ""), ("council", "Richmond")])
        #expect(Set(again.choices("authority")) == ["E06000065", "E09000027", ""])
        let settled = try await site.post("/tell/who", again.hidden + [("authority", ""), ("council", "Leeds")])
        #expect(!settled.choices("who").isEmpty)
        #expect(try await site.post("/tell", settled.hidden).receipt != nil)
        #expect(try await site.desk.awaitingDecision().map(\.authority?.description) == ["E08000035"])
    }

    @Test(arguments: [
        [("council", "Birmingham")], [("council", "oxfordshire county council")],
        [("council", "Oxford"), ("authority", "E10000025")], [("council", "")], [],
    ])
    func `a council's own name, a chosen one, or none settles it at once`(fields: [(String, String)]) async throws {
        let who = try await Self.next(TestPublicSite(), fields)
        #expect(!who.choices("who").isEmpty)
        #expect(!who.main.contains("Is it one of these?"))
    }

    @Test func `whoever sends at once is not held up by a town that is not clear`() async throws {
        let site = try TestPublicSite()
        #expect(try await site.tell("Hello", [("council", "Richmond")]).receipt != nil)
        #expect(try await site.desk.awaitingDecision().map(\.authority) == [nil])
        #expect(try await site.kept.map(\.councilTyped) == ["Richmond"])
    }
}
