import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct ReceiptTests {
    @Test func `seven words bring back what became of the message`() async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("Hello").receipt)
        for text in [typed, typed.uppercased(), typed.replacing(" ", with: " - ")] {
            let answer = try await site.post("/receipt", [("receipt", text)])
            #expect(answer.status == .ok)
            #expect(answer.html.contains("We have your message"))
            #expect(answer.html.contains("Nobody has read it yet"))
        }
    }

    @Test func `words that are no receipt, or nobody's, find nothing, and the answer is as good`() async throws {
        let site = try TestPublicSite()
        _ = try await site.tell("Hello")
        let nobodys = site.receiptWords.text(of: Receipt(random: [1, 2, 3, 4, 5, 6, 7, 8, 9]))
        let mistyped = nobodys.split(separator: " ").reversed().joined(separator: " ")
        var answers: [PublicAnswer] = []
        for text in [nobodys, mistyped, "", "hello"] {
            answers.append(try await site.post("/receipt", [("receipt", text)]))
        }
        for answer in answers {
            #expect(answer.status == .ok)
            #expect(!answer.html.contains("We have your message"))
            #expect(answer.html == answers[0].html)
        }
    }

    @Test(arguments: [
        (ModerationDecision.accept, "words", "Inspectors can now read it"),
        (.accept, "counted", "It counts"),
        (.hold, "counted", "They need more time"),
        (.escalate, "words", "protect children"),
        (.refuse, "words", "could not pass it on"),
    ])
    func `each decision is told in words, with its month and no day`(
        decision: ModerationDecision, share: String, says: String
    ) async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("Hello", [("share", share)]).receipt)
        try await site.decide(decision, reply: nil)
        let answer = try await site.post("/receipt", [("receipt", typed)])
        #expect(answer.html.contains(says))
        #expect(answer.html.contains("December 2026"))
        #expect(!answer.html.contains("2026-12"))
    }

    @Test func `an answer opens with the receipt, and stands on the page as it was written`() async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("Hello").receipt)
        try await site.decide(.hold, reply: "Thank you.\nAre you <safe>?")
        let answer = try await site.post("/receipt", [("receipt", typed)])
        #expect(answer.html.contains(#"<p class="words" dir="auto">Thank you."# + "\nAre you &lt;safe&gt;?"))
        #expect(answer.html.contains("Written in December 2026"))
    }

    @Test func `when the store fails a receipt is answered with words and 503`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try TestPublicSite(file: folder.appending(path: "test.sqlite"))
        let typed = try #require(try await site.tell("Hello").receipt)
        try site.records.close()
        let answer = try await site.post("/receipt", [("receipt", typed)])
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.main.contains("try again"))
    }
}
