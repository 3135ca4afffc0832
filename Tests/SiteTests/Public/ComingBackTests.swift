import Concerns
import HTTPTypes
import Store
import Testing

/// What a young person may do with their seven words besides looking: add, answer, and read on.
struct ComingBackTests {
    private static func told(_ site: TestPublicSite, _ fields: [(String, String)] = []) async throws -> String {
        try #require(try await site.tell("My room is cold", fields).receipt)
    }

    @Test func `what is added waits on the desk as a concern of its own, in the same thread, and the page says so`()
        async throws
    {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site, [("authority", "E08000025"), ("share", "words")])
        let answer = try await site.post("/receipt/add", [("receipt", receipt), ("message", "It got\r\nworse")])
        #expect(answer.status == .ok)
        #expect(answer.main.contains("We have got what you added. A trained person will read it."))
        #expect(answer.main.contains("What you told us in November 2026") && answer.main.contains("What you added in"))
        #expect(answer.words == "")
        let waiting = try await site.desk.awaitingDecision()
        #expect(waiting.count == 2)
        let added = try #require(waiting.first { $0.thread != nil })
        #expect(added.thread == waiting.first { $0.thread == nil }?.id)
        #expect(added.authority?.description == "E08000025")
        #expect(try await Set(site.kept.map(\.original.words)) == ["My room is cold", "It got\nworse"])
    }

    @Test func `danger in what is added leads with help, is read first, and calls whoever is on call`() async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        #expect(!(try await site.post("/receipt", [("receipt", receipt)])).leadsWithHelp)
        let answer = try await site.post(
            "/receipt/add", [("receipt", receipt), ("message", "he is hitting me right now")])
        #expect(answer.leadsWithHelp && answer.main.contains("tel:999"))
        #expect(site.calls.asked == 1)
        let first = try #require(try await site.desk.awaitingDecision().first)
        #expect(first.urgency == .dangerNow && first.thread != nil)
    }

    @Test func `the same words added twice on a day are kept once, and the page says that we have them`() async throws {
        let site = try TestPublicSite()
        let form = [("receipt", try await Self.told(site)), ("message", "It got worse")]
        _ = try await site.post("/receipt/add", form)
        let again = try await site.post("/receipt/add", form)
        #expect(again.status == .ok && again.main.contains("We already have these words."))
        #expect(try await site.kept.count == 2)
    }

    @Test(arguments: [("", "Write something"), (" \n", "Write something"), ("long", "This is too long")])
    func `what is empty or too long is refused beside the box, and not lost`(words: String, says: String) async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        let words = words == "long" ? String(repeating: "ሰ", count: 10_001) : words
        let answer = try await site.post("/receipt/add", [("receipt", receipt), ("message", words)])
        #expect(answer.status == .unprocessableContent)
        let problem = try #require(answer.between(#"<p class="problem" id="message-problem">"#, "</p>"))
        #expect(problem.contains(says))
        #expect(try #require(answer.between(#"<textarea id="message""#, ">")).contains("message-problem"))
        #expect(answer.words == words)
        #expect(try await site.kept.count == 1)
    }

    @Test(arguments: [("It is worse & worse", false), ("he is hitting me right now", true)])
    func `words sent with a wrong receipt are given back, and help leads where they tell of danger`(
        words: String, isDanger: Bool
    ) async throws {
        let site = try TestPublicSite()
        _ = try await Self.told(site)
        let nobodys = site.receiptWords.text(of: Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        for typed in [nobodys, "hello", ""] {
            let answer = try await site.post("/receipt/add", [("receipt", typed), ("message", words)])
            #expect(answer.status == .ok)
            #expect(answer.words == words)
            #expect(answer.main.contains("We have not got what you wrote yet."))
            #expect(answer.leadsWithHelp == isDanger)
        }
        #expect(try await site.kept.count == 1)
    }

    @Test func `words whose receipt was put right are kept`() async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        let wrong = try await site.post("/receipt/add", [("receipt", "x"), ("message", "It got worse")])
        #expect(wrong.main.contains(#"<form method="post" action="/receipt/add""#))
        _ = try await site.post("/receipt/add", [("receipt", receipt), ("message", wrong.words ?? "")])
        #expect(try await site.kept.count == 2)
    }

    @Test func `a question of ours asks for an answer, and the answer joins the thread`() async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        try await site.decide(.hold, reply: "Where do you live now?", asks: true)
        let asked = try await site.post("/receipt", [("receipt", receipt)])
        for words in ["We asked you something", ">Your answer</label>", "We ask you something", "Where do you live"] {
            #expect(asked.main.contains(words), "\(words)")
        }
        _ = try await site.post("/receipt/add", asked.hidden + [("message", "In Leeds")])
        #expect(try await site.desk.awaitingDecision().count { $0.thread != nil } == 1)
        let quiet = try TestPublicSite()
        let other = try await Self.told(quiet)
        try await quiet.decide(.hold, reply: "Thank you.")
        #expect(!(try await quiet.post("/receipt", [("receipt", other)])).main.contains("We asked you something"))
    }

    @Test func `older answers stand on further pages, each answer once, newest first`() async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        for number in 1...9 {
            try await site.decide(.hold, reply: "Answer \(number). " + String(repeating: "a", count: 2_000))
        }
        var page = try await site.post("/receipt", [("receipt", receipt)])
        var read = page.main.matches(of: /Answer (\d)/).map { String($0.1) }
        while let older = page.between(#"name="page" value=""#, "\"") {
            page = try await site.post("/receipt", [("receipt", receipt), ("page", String(older))])
            read += page.main.matches(of: /Answer (\d)/).map { String($0.1) }
            try #require(read.count <= 9)
        }
        #expect(read == (1...9).reversed().map(String.init))
    }

    @Test(arguments: ["/receipt/add", "/receipt/withdraw"])
    func `who comes without the form is led to the box for the seven words`(address: String) async throws {
        let answer = try await TestPublicSite().get(address)
        #expect(answer.status == .seeOther && answer.headers[.location] == "/receipt")
    }

    @Test func `one mistyped letter finds the thread all the same`() async throws {
        let site = try TestPublicSite()
        let receipt = try await Self.told(site)
        // Some letters make it another receipt, as people may well do; those are not meant here.
        let meant = site.receiptWords.receipt(typed: receipt)
        let mistyped = "abcdefghijklmnopqrstuvwxyz".lazy.map { "\($0)\(receipt.dropFirst())" }
            .first { $0 != receipt && site.receiptWords.receipt(typed: $0) == meant }
        let answer = try await site.post("/receipt", [("receipt", try #require(mistyped))])
        #expect(answer.main.contains("We have your message"))
        // The forms on the page carry the words as they are, so that the next tap needs no second guess.
        #expect(answer.hidden.allSatisfy { $0 == ("receipt", receipt) })
    }
}
