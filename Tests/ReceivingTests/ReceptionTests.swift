import Concerns
import Receiving
import Store
import Testing

struct ReceptionTests {
    @Test func `the same form sent twice is one concern with one receipt`() async throws {
        let site = try TestReception()
        let token = site.token()
        let answers = [("authority", TestReception.large), ("area", "listened-to"), ("who", "in-care")]
        let first = try await site.send("Nobody listens", answers, token: token)
        let second = try await site.send("Nobody listens", answers, token: token)
        #expect(second.receipt == first.receipt && first.isNew && !second.isNew)
        #expect(try await site.waiting.count == 1)
        let thread = try #require(try await site.thread(first))
        #expect(thread.messages.count == 1)
        #expect(try await site.told(thread.concern).original.words == "Nobody listens")
    }

    @Test func `an impatient thumb makes one concern, also when both sendings arrive at once`() async throws {
        let site = try TestReception()
        let token = site.token()
        let taken = try await withThrowingTaskGroup(of: Taken.self) { group in
            for _ in 0..<8 { group.addTask { try await site.send("Nobody listens", token: token) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(taken.map(\.receipt)).count == 1)
        #expect(taken.count(where: \.isNew) == 1)
        #expect(try await site.waiting.count == 1)
    }

    @Test func `after a restart the form still has its receipt`() async throws {
        let site = try TestReception()
        let token = site.token()
        let first = try await site.send("Nobody listens", token: token)
        let again = try TestReception(after: site)
        #expect(try await again.send("Nobody listens", token: token).receipt == first.receipt)
        #expect(try await again.waiting.count == 1)
    }

    @Test(arguments: [
        ("Nobody ever listens", []), ("Nobody listens", [("who", "care-leaver")]),
        ("Nobody listens", [("council", "somewhere")]), ("Nobody listens", [("share", "words")]),
        ("Nobody listens", [("age_band", "11-15")]), ("Nobody listens", [("area", "adoption")]),
        ("Nobody listens", [("language", "pl")]), ("Nobody listens", [("authority", TestReception.large)]),
    ])
    func `the same form with another answer keeps nothing and says so`(
        words: String, fields: [(String, String)]
    ) async throws {
        let site = try TestReception()
        let token = site.token()
        _ = try await site.send("Nobody listens", token: token)
        #expect(try await site.send(words, fields, token: token) == .otherWords)
        #expect(try await site.waiting.count == 1)
    }

    @Test func `two forms with the same words are two concerns with two receipts`() async throws {
        let site = try TestReception()
        let one = try await site.send("Nobody listens", token: site.token())
        #expect(try await site.send("Nobody listens", token: site.token()).receipt != one.receipt)
        #expect(try await site.waiting.count == 2)
    }

    @Test func `without the form's key nothing is kept and no receipt is made up`() async throws {
        let site = try TestReception()
        site.keys.fill()
        await #expect(throws: NotKept(problem: .cannotWrite)) {
            try await site.send("Nobody listens", token: site.token())
        }
        #expect(try await site.waiting.isEmpty)
    }

    @Test func `what comes without a form is kept with a receipt of its own each time`() async throws {
        let site = try TestReception()
        let answers = TellAnswers(told: Told(Original("A letter")), authority: nil, teller: nil, sharing: .counted)
        let one = try await site.reception.take(answers, through: .paper, sentWith: nil, isSetAside: false)
        let two = try await site.reception.take(answers, through: .paper, sentWith: nil, isSetAside: false)
        #expect(one.receipt != two.receipt && one.isNew && two.isNew)
        #expect(try await site.thread(one) != nil)
        #expect(try await site.waiting.map(\.channel) == [.paper, .paper])
    }

    @Test(arguments: [
        (TestReception.large, "2026-11-24"), (TestReception.small, "2026-11-23"), ("", "2026-11-23"),
    ])
    func `a small or unknown council's concern keeps only the week it came in`(
        authority: String, day: String
    ) async throws {
        let site = try TestReception()
        _ = try await site.send("Nobody listens", [("authority", authority)], token: site.token())
        #expect(try await site.waiting.map(\.arrivedOn.description) == [day])
        #expect(site.reception.dayKept(about: try? GSSCode(authority)).description == day)
    }

    @Test func `the form of what was taken back is not said to be kept when it is sent again`() async throws {
        let site = try TestReception()
        let token = site.token()
        let taken = try await site.send("Nobody listens", token: token)
        let thread = try #require(try await site.thread(taken))
        try await site.records.threads(log: site.records.log { former, _ in former })
            .withdraw(thread.concern, on: site.reception.dayKept(about: nil))
        #expect(try await site.send("Nobody listens", token: token) == .otherWords)
        #expect(try await site.send("Nobody listens", token: site.token()).isNew)
    }
}
