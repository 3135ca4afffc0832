import Concerns
import HTTPTypes
import Store
import Testing

struct DangerRefusedTests {
    private static let danger = "he is hitting me right now"

    @Test(
        arguments: [
            ("no token", [("message", danger)]),
            ("an answer that is not known", [("message", danger), ("who", "nobody")]),
            ("too many words", [("message", danger + String(repeating: " please", count: 2_000))]),
            ("danger in the council's box alone", [("message", ""), ("council", danger)]),
        ] as [(String, [(String, String)])])
    func `danger in a form that is refused is kept, waits first, and calls whoever is on call`(
        name: String, fields: [(String, String)]
    ) async throws {
        let site = try TestPublicSite()
        _ = try await site.tell("The food is cold")
        let answer = try await site.post("/tell", fields)
        #expect(answer.status == .unprocessableContent && answer.receipt == nil, "\(name)")
        #expect(answer.main.contains(#"class="danger""#), "\(name)")
        let waiting = try await site.desk.awaitingDecision()
        #expect(waiting.map(\.urgency) == [.dangerNow, .concern], "\(name)")
        #expect(site.calls.asked == 1, "\(name)")
    }

    @Test func `sent again as it came back it is the same message, with its receipt`() async throws {
        let site = try TestPublicSite()
        let refused = try await site.post("/tell", [("message", Self.danger)])
        let token = try #require(refused.between(#"name="token" value=""#, "\""))
        let later = try TestPublicSite(after: site, second: TestPublicSite.second + 10)
        let answer = try await later.post("/tell", [("message", Self.danger), ("token", String(token))])
        let receipt = try #require(answer.receipt)
        #expect(try await later.desk.awaitingDecision().count == 1)
        #expect(try await later.post("/receipt", [("receipt", receipt)]).main.contains("We have your message"))
    }

    @Test(arguments: [("i want to kill myself", true), ("بيرمنغهام", false), ("Birmingham", false)])
    func `what is typed for the council leads to help where it asks for it, and a name in another script does not`(
        council: String, leads: Bool
    ) async throws {
        let answer = try await TestPublicSite().tell("The food is cold", [("council", council)])
        #expect(answer.main.contains(#"class="danger""#) == leads)
    }

    @Test func `what tells of no danger and is refused is not kept`() async throws {
        let site = try TestPublicSite()
        _ = try await site.post("/tell", [("message", "The food is cold")])
        #expect(try await site.desk.awaitingDecision().isEmpty)
    }
}
