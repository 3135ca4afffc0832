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
        let done = try await desk.merge(ids[1], with: String(ids[0].description.prefix(6)))
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
        _ = try await desk.merge(ids[1], with: ids[0].description)
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

    @Test func `before two are joined the page shows whose words they are, and nothing is changed`() async throws {
        let (site, ids, desk) = try await Self.site()
        let asked = try await desk.post("/desk/\(ids[1])", Self.merging(ids[0].description))
        #expect(asked.status == .ok)
        for part in [
            "Are these two one young person?", "I wrote to you about the hostel.", "Tameside", "2026-11-20",
            "Messages in its thread</dt><dd>1</dd>", #"<a href="/desk/\#(ids[0])">"#, ">Join them</button>",
            #"name="merge_with" value="\#(ids[0])""#,
        ] { #expect(asked.html.contains(part), "\(part)") }
        #expect(!asked.html.contains("The hostel is damp.") && asked.html.contains("Its words are closed here"))
        #expect(try await site.desk.concern(ids[1])?.mergedWith.isEmpty == true)
        #expect(try await site.log.lines(about: ids[0].description).isEmpty)
    }

    @Test func `the other's words are shown where the moderator has it open, and its log says so`() async throws {
        let (site, ids, desk) = try await Self.site()
        _ = try await desk.get("/desk/\(ids[0])")
        let asked = try await desk.post("/desk/\(ids[1])", Self.merging(ids[0].description))
        #expect(asked.html.contains("The hostel is damp."))
        #expect(try await site.log.lines(about: ids[0].description).map(\.did) == ["opened", "opened"])
        let lead = try await site.browser(of: .leadModerator)
        let third = try await site.receive("Nobody came to my review.")
        let others = try await lead.post("/desk/\(third)", Self.merging(ids[0].description))
        #expect(others.status == .ok && !others.html.contains("The hostel is damp."))
    }

    @Test func `of an accepted one what inspectors read is shown`() async throws {
        let (_, ids, desk) = try await Self.site()
        let taken = TestStaffSite.accepting([("add_text", "hostel"), ("add_kind", "HOME")])
        #expect(try await desk.post("/desk/\(ids[0])", taken).status == .seeOther)
        let asked = try await desk.post("/desk/\(ids[1])", Self.merging(ids[0].description))
        #expect(asked.html.contains("The [home] is damp.") && !asked.html.contains("The hostel is damp."))
    }

    @Test func `danger stands first and says so`() async throws {
        let (site, ids, desk) = try await Self.site()
        let danger = try await site.receive("He has a knife.", urgency: .dangerNow)
        let html = try await desk.post("/desk/\(ids[0])", Self.merging(danger.description)).html
        let first = try #require(html.range(of: "side-\(danger)")?.lowerBound)
        let second = try #require(html.range(of: "side-\(ids[0])")?.lowerBound)
        #expect(first < second && html.contains("! Danger now"))
    }

    @Test(arguments: [0, 1])
    func `where either has changed since, nothing is joined and both are shown anew`(changed: Int) async throws {
        let (site, ids, desk) = try await Self.site()
        let asked = try await desk.post("/desk/\(ids[1])", Self.merging(ids[0].description))
        let confirmed = try #require(asked.between(#"name="confirmed" value=""#, "\""))
        _ = try await desk.post("/desk/\(ids[changed])", TestStaffSite.deciding(.hold))
        let seen = changed == 1 ? "1" : "0"
        let fields = [
            ("action", "merge"), ("merge_with", ids[0].description), ("seen", seen), ("confirmed", String(confirmed)),
        ]
        let refused = try await desk.post("/desk/\(ids[1])", fields)
        #expect(refused.status == .conflict)
        #expect(refused.html.contains("One of the two changed since you looked."))
        #expect(refused.html.contains(">Join them</button>"))
        #expect(try await site.desk.concern(ids[1])?.mergedWith.isEmpty == true)
        let again = try #require(refused.between(#"name="confirmed" value=""#, "\""))
        let sent = fields.filter { $0.0 != "confirmed" } + [("confirmed", String(again))]
        #expect(try await desk.post("/desk/\(ids[1])", sent).header("Location") == "/desk?done=merge")
    }
}

extension Browser {
    /// Merges a concern with another and confirms it.
    func merge(_ id: ConcernID, with number: String) async throws -> StaffAnswer {
        let fields = [("action", "merge"), ("merge_with", number), ("seen", "0")]
        let asked = try await post("/desk/\(id)", fields)
        let confirmed = asked.between(#"name="confirmed" value=""#, "\"")
        return try await post("/desk/\(id)", fields + [("confirmed", String(confirmed ?? ""))])
    }
}
