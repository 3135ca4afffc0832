import Concerns
import HTTPTypes
import Store
import Testing

/// What the desk says of texts that fit few children, though they name nobody.
struct RiskTests {
    /// The Isle of Wight has some 250 children in care.
    private static let small = "E06000046"
    /// Birmingham has some 2,000.
    private static let large = "E08000025"
    private static let words = "im deaf and my twin lives with nan, nobody signs at my placement"

    private static func accepting(
        _ authority: String = small, _ more: [(String, String)] = []
    ) -> [(String, String)] {
        TestStaffSite.accepting([("confirm_identifiers", "yes")] + more).map {
            $0.0 == "authority" ? ($0.0, authority) : $0
        }
    }

    @Test func `it names each stretch, what it fits and wider words, and is not accepted unlooked at`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let id = try await site.receive(Self.words, authority: Self.small)
        let page = try await desk.get("/desk/\(id)").html
        #expect(page.contains("Could a reader tell which child it is?") && page.contains("may single a child out"))
        #expect(page.contains("<q dir=\"auto\">deaf</q>") && page.contains("<q dir=\"auto\">twin</q>"))
        #expect(page.contains("Wider words: “a disability”."))
        let refused = try await desk.post("/desk/\(id)", Self.accepting())
        #expect(refused.status == .unprocessableContent)
        #expect(refused.html.contains(##"href="#confirm_risk">The text may fit only few children."##))
        #expect(
            try await desk.post("/desk/\(id)", Self.accepting(Self.small, [("confirm_risk", "yes")])).status
                == .seeOther)
    }

    @Test func `a tick takes the stretch out, and the question goes with it`() async throws {
        // Enough children for a twin, not for a deaf one.
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let id = try await site.receive(Self.words, authority: Self.large)
        let ticked = Self.accepting(Self.large, [("take_risk", "3-7")]).map {
            $0.0 == "action" ? ("action", "preview") : $0
        }
        let preview = try await desk.post("/desk/\(id)", ticked).html
        #expect(preview.contains("im [removed] and my twin") && !preview.contains(#"id="confirm_risk""#))
        #expect(
            try await desk.post("/desk/\(id)", Self.accepting(Self.large, [("take_risk", "3-7")])).status == .seeOther)
        let accepted = try #require(try await site.records.reading.concerns(ConcernQuery()).first)
        #expect(!accepted.text.description.contains("deaf"))
    }

    @Test(arguments: ["", "7", "7-3", "-1-3", "3-9999", "a-b", "3-7-9"])
    func `a stretch that is none takes nothing out by itself, and does no harm`(stretch: String) async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let id = try await site.receive("Nobody rings back, and the hostel is damp.")
        let answer = try await desk.post("/desk/\(id)", TestStaffSite.accepting([("take_risk", stretch)]))
        #expect(answer.status == (stretch == "3-9999" ? .unprocessableContent : .seeOther))
    }

    @Test func `in a large council the same is shown, and nobody has to confirm it`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let id = try await site.receive("my twin lives with nan and nobody rings me back", authority: Self.large)
        let page = try await desk.get("/desk/\(id)").html
        #expect(page.contains("Could a reader tell which child it is?") && !page.contains(#"id="confirm_risk""#))
        #expect(try await desk.post("/desk/\(id)", Self.accepting(Self.large)).status == .seeOther)
    }

    @Test func `what nobody will read asks nothing`() async throws {
        let site = try await TestStaffSite()
        let desk = try await site.browser(of: .moderator)
        let id = try await site.receive(Self.words, sharing: .counted, authority: Self.small)
        #expect(try await !desk.get("/desk/\(id)").html.contains("Could a reader tell"))
        #expect(try await desk.post("/desk/\(id)", Self.accepting()).status == .seeOther)
    }
}
