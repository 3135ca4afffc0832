import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct MergingPageTests {
    private static func site() async throws -> (site: TestStaffSite, ids: [ConcernID], desk: Browser) {
        let site = try await TestStaffSite()
        let ids = [
            try await site.receive("The hostel is damp."), try await site.receive("I wrote to you about the hostel."),
        ]
        return (site, ids, try await site.browser(of: .moderator))
    }

    private static func merging(_ number: String) -> [(String, String)] {
        [("action", "merge"), ("merge_with", number), ("seen", "0")]
    }

    @Test func `two letters of one young person are one voice, and each page shows the other`() async throws {
        let (site, ids, desk) = try await Self.site()
        let done = try await desk.post("/desk/\(ids[1])", Self.merging(String(ids[0].description.prefix(6))))
        #expect(done.header("Location") == "/desk?done=merge")
        for (one, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
            let page = try await desk.get("/desk/\(one)").html
            #expect(page.contains(#"id="if-merge" open>"#) && page.contains(#"<li><a href="/desk/\#(other)">"#))
            #expect(page.contains(#"value="apart""#) == (one == ids[1]))
        }
        for id in ids { _ = try await desk.post("/desk/\(id)", TestStaffSite.accepting()) }
        #expect(try await site.records.reading.voices().map(\.voices) == [1])
    }

    @Test func `taken apart, they are two`() async throws {
        let (site, ids, desk) = try await Self.site()
        _ = try await desk.post("/desk/\(ids[1])", Self.merging(ids[0].description))
        let apart = try await desk.post("/desk/\(ids[1])", [("action", "apart"), ("seen", "0")])
        #expect(apart.header("Location") == "/desk?done=apart")
        for id in ids { _ = try await desk.post("/desk/\(id)", TestStaffSite.accepting()) }
        #expect(try await site.records.reading.voices().map(\.voices) == [2])
    }

    @Test(arguments: [
        ("", "Write at least the first four letters"), ("zzzzzz", "No concern has that number."),
        ("'; DROP TABLE concern", "No concern has that number."),
    ])
    func `a number that says nothing is asked for again, and kept`(number: String, says: String) async throws {
        let (_, ids, desk) = try await Self.site()
        let page = try await desk.post("/desk/\(ids[0])", Self.merging(number))
        #expect(page.status == .unprocessableContent && page.html.contains(says))
    }

    @Test func `a concern is not merged with itself`() async throws {
        let (_, ids, desk) = try await Self.site()
        let page = try await desk.post("/desk/\(ids[0])", Self.merging(ids[0].description))
        #expect(page.status == .unprocessableContent && page.html.contains("one young person’s already"))
    }
}
