import Concerns
import HTTPTypes
import Store
import Testing

/// What happens when a young person takes back what they told us.
struct TakingBackTests {
    @Test func `it is gone from the desk and from the search, and the page says so`() async throws {
        let site = try TestPublicSite()
        let receipt = try #require(try await site.tell("My room is cold", [("share", "words")]).receipt)
        try await site.decide(.accept, reply: "Thank you for the cold room.", text: "My room is cold")
        _ = try await site.post("/receipt/add", [("receipt", receipt), ("message", "It got worse")])
        let reading = site.records.reading
        #expect(try await reading.count(ConcernQuery(words: "cold")) == 1)
        #expect(try await site.desk.awaitingDecision().count == 1)

        let answer = try await site.post("/receipt/withdraw", [("receipt", receipt)])
        #expect(answer.status == .ok)
        #expect(answer.main.contains("You took your words back."))
        #expect(try await reading.count(ConcernQuery(words: "cold")) == 0)
        #expect(try await reading.concerns(ConcernQuery()).isEmpty)
        #expect(try await site.desk.awaitingDecision().isEmpty)
        for page in [answer, try await site.post("/receipt", [("receipt", receipt)])] {
            #expect(page.main.contains("You took this back. We have wiped your words."))
            for part in ["cold room", "receipt/withdraw"] { #expect(!page.main.contains(part)) }
        }
    }

    @Test func `danger stays for a person to look at, and the page says that too`() async throws {
        let site = try TestPublicSite()
        let receipt = try #require(try await site.tell("he is hitting me right now").receipt)
        let answer = try await site.post("/receipt/withdraw", [("receipt", receipt)])
        #expect(answer.main.contains("A person still has to look at the danger."))
        let waiting = try await site.desk.awaitingDecision()
        #expect(waiting.map(\.urgency) == [.dangerNow] && waiting.allSatisfy(\.isWithdrawn))
    }

    @Test func `the page says what it does before it is done, and asks for one more tap`() async throws {
        let site = try TestPublicSite()
        let receipt = try #require(try await site.tell("Hello").receipt)
        let page = try await site.post("/receipt", [("receipt", receipt)])
        let details = try #require(page.between("<details>", "</details>"))
        for words in ["This cannot be undone.", "If someone is in danger, a person must still look at it."] {
            #expect(details.contains(words), "\(words)")
        }
        #expect(details.contains(#"action="/receipt/withdraw""#))
    }

    @Test(arguments: ["It got worse", "he is hitting me right now"])
    func `who took their words back may write again, and only that is heard`(words: String) async throws {
        let site = try TestPublicSite()
        let receipt = try #require(try await site.tell("Hello").receipt)
        _ = try await site.post("/receipt/withdraw", [("receipt", receipt)])
        let answer = try await site.post("/receipt/add", [("receipt", receipt), ("message", words)])
        #expect(answer.status == .ok)
        #expect(answer.main.contains("We have got what you added."))
        #expect(answer.main.contains("We have wiped your words.") && answer.main.contains("Nobody has read it yet."))
        #expect(answer.leadsWithHelp == words.contains("hitting"))
        #expect(try await site.desk.awaitingDecision().count == 1)
    }

    @Test func `nobody takes back what is not theirs`() async throws {
        let site = try TestPublicSite()
        _ = try await site.tell("Hello")
        let nobodys = site.receiptWords.text(of: Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let answer = try await site.post("/receipt/withdraw", [("receipt", nobodys)])
        #expect(answer.status == .ok && answer.main.contains("We cannot find a message"))
        #expect(try await site.kept.count == 1)
    }
}
