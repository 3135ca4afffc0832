import Concerns
import HTTPTypes
import Store
import Testing

struct StatusHelpedTests {
    private static let says = "What you told us helped decide what they looked at"

    /// Tells something, has it accepted in December 2026, and notes that it helped.
    ///
    /// - Returns: the seven words.
    private static func helped(in site: TestPublicSite, notedOn day: String) async throws -> String {
        let typed = try #require(try await site.tell("Hello", [("share", "words")]).receipt)
        try await site.decide(.accept, reply: nil)
        let told = try await site.records.planning(log: site.records.log { former, _ in former }).noteHelped(
            in: "case", authorities: [GSSCode("E08000025")], areas: [.lookedAfter], acceptedBy: Day("2027-01-31"),
            by: "Pat", on: Day(day))
        #expect(told == 1)
        return typed
    }

    @Test(arguments: [("2027-05-14", "May 2027"), ("2026-11-30", "December 2026")])
    func `whoever helped reads so, with the month of what we did last and no day`(
        day: String, month: String
    ) async throws {
        let site = try TestPublicSite()
        let typed = try await Self.helped(in: site, notedOn: day)
        let answer = try await site.post("/receipt", [("receipt", typed)])
        #expect(answer.html.contains(Self.says))
        #expect(answer.html.contains("We last did something in \(month)"))
        #expect(!answer.html.contains("Inspectors can now read it"))
        #expect(!answer.html.contains(day))
    }

    @Test func `until it was noted nothing says so`() async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("Hello", [("share", "words")]).receipt)
        try await site.decide(.accept, reply: nil)
        let answer = try await site.post("/receipt", [("receipt", typed)])
        #expect(answer.html.contains("Inspectors can now read it") && !answer.html.contains(Self.says))
    }

    @Test func `who took it back reads that, and not that it helped`() async throws {
        let site = try TestPublicSite()
        let typed = try await Self.helped(in: site, notedOn: "2027-05-14")
        let answer = try await site.post("/receipt/withdraw", [("receipt", typed)])
        #expect(answer.html.contains("You took this back") && !answer.html.contains(Self.says))
        #expect(answer.html.contains("We last did something in December 2026"))
    }

    @Test func `the answer has the same size before and after`() async throws {
        let site = try TestPublicSite()
        let typed = try #require(try await site.tell("Hello", [("share", "words")]).receipt)
        let before = try await site.post("/receipt", [("receipt", typed)])
        let other = try TestPublicSite()
        let helped = try await Self.helped(in: other, notedOn: "2027-05-14")
        let after = try await other.post("/receipt", [("receipt", helped)])
        #expect(after.html.contains(Self.says))
        #expect(before.onTheWire == after.onTheWire)
    }
}
