import Concerns
import Receiving
import Store
import Testing

struct AdditionTests {
    @Test func `what is added joins the thread, with its council and what may be shared`() async throws {
        let site = try TestReception()
        let answers = [("authority", TestReception.large), ("who", "in-care"), ("share", "words")]
        let taken = try await site.send("Nobody listens", answers, token: site.token())
        let thread = try #require(try await site.thread(taken))
        #expect(try await site.add("It got worse", under: taken))
        #expect(try await site.thread(taken)?.messages.count == 2)
        let added = try #require(try await site.waiting.first { $0.thread == thread.concern })
        #expect(added.authority?.description == TestReception.large && added.teller == .inCare)
        #expect(try await site.desk.concern(added.id)?.sharing == .words)
        #expect(try await site.told(added.id) == Told(Original("It got worse")))
    }

    @Test func `the same words added twice in a day are one message, other words are another`() async throws {
        let site = try TestReception()
        let taken = try await site.send("Nobody listens", token: site.token())
        #expect(try await site.add("It got worse", under: taken))
        #expect(try await !site.add("It got worse", under: taken))
        #expect(try await site.add("It got better", under: taken))
        #expect(try await site.thread(taken)?.messages.count == 3)
    }

    @Test func `the same words in another thread, or on another day, are another message`() async throws {
        let site = try TestReception()
        let taken = try await site.send("Nobody listens", token: site.token())
        let other = try await site.send("I am cold", token: site.token())
        #expect(try await site.add("It got worse", under: taken))
        #expect(try await site.add("It got worse", under: other))
        let nextDay = try TestReception(after: site, atSecond: TestReception.second + 86_400)
        #expect(try await nextDay.add("It got worse", under: taken))
    }

    @Test func `without the day's key nothing is added`() async throws {
        let site = try TestReception()
        let taken = try await site.send("Nobody listens", token: site.token())
        site.keys.fill()
        await #expect(throws: NotKept(problem: .cannotWrite)) { try await site.add("It got worse", under: taken) }
    }
}
