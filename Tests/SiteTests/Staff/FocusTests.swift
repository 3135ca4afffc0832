import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

/// Where the keyboard's focus is when a form comes back: without script, and in one place alone.
struct FocusTests {
    private static func site(
        sharing: Sharing = .words
    ) async throws -> (site: TestStaffSite, id: ConcernID, desk: Browser) {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.", sharing: sharing)
        return (site, id, try await site.browser(of: .moderator))
    }

    /// The `id` of the one element that the focus is on; nil where there is none, or more than one.
    private static func focused(on answer: StaffAnswer) -> String? {
        let tags = answer.html.matches(of: /<[a-z0-9]+ [^>]* autofocus>/).map { String($0.output) }
        guard tags.count == 1, let tag = tags.first, tag.contains(#"tabindex="-1""#) else { return nil }
        return tag.firstMatch(of: /id="([a-z-]+)"/).map { String($0.1) }
    }

    private static func previewing(_ more: [(String, String)] = []) -> [(String, String)] {
        TestStaffSite.accepting(more).filter { $0.0 != "action" } + [("action", "preview")]
    }

    @Test func `it is nowhere on a page that is opened, and on what is wrong where a form is refused`() async throws {
        let (_, id, desk) = try await Self.site()
        for address in ["/desk/\(id)", "/desk/paper", "/desk"] {
            #expect(try await !desk.get(address).html.contains("autofocus"), "\(address)")
        }
        let refused = try await desk.post("/desk/\(id)", [("action", "decide"), ("seen", "0")])
        #expect(refused.status == .unprocessableContent && Self.focused(on: refused) == "problems")
    }

    @Test func `it is on a preview, unless something is wrong that is said first`() async throws {
        let (_, id, desk) = try await Self.site()
        #expect(Self.focused(on: try await desk.post("/desk/\(id)", Self.previewing())) == "preview-title")
        let wrong = Self.previewing([("add_text", "nowhere"), ("add_kind", "PERSON")])
        #expect(Self.focused(on: try await desk.post("/desk/\(id)", wrong)) == "problems")
    }

    @Test func `where words are only counted, it is on the line that says so`() async throws {
        let (_, id, desk) = try await Self.site(sharing: .counted)
        #expect(Self.focused(on: try await desk.post("/desk/\(id)", Self.previewing())) == "only-counted")
    }

    @Test func `so it is where a text is changed`() async throws {
        let (_, id, desk) = try await Self.site()
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        #expect(try await !desk.get("/desk/\(id)/text").html.contains("autofocus"))
        let preview = [("seen", "1"), ("action", "preview")]
        #expect(Self.focused(on: try await desk.post("/desk/\(id)/text", preview)) == "preview-title")
        let refused = [("seen", "1"), ("action", "decide")]
        #expect(Self.focused(on: try await desk.post("/desk/\(id)/text", refused)) == "problems")
    }

    @Test func `what another was quicker at takes it, too`() async throws {
        let (site, id, desk) = try await Self.site()
        let lead = try await site.browser(of: .leadModerator)
        _ = try await lead.get("/desk/\(id)")
        let claimed = try await desk.post("/desk/\(id)", TestStaffSite.accepting(), from: "/desk")
        #expect(Self.focused(on: claimed) == "problems")
        #expect(try await lead.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        let late = try await desk.post("/desk/\(id)", TestStaffSite.accepting(), from: "/desk")
        #expect(Self.focused(on: late) == "problems")
        #expect(try await !desk.get("/desk/\(id)").html.contains("autofocus"))
        #expect(Self.focused(on: try await desk.post("/desk/undo", [], from: "/desk")) == "problems")
    }

    @Test func `danger that is keyed in has it before what is wrong`() async throws {
        let (_, _, desk) = try await Self.site()
        let calm = try await desk.post("/desk/paper", [("message", "The hostel is damp."), ("who", "nobody")])
        #expect(calm.status == .unprocessableContent && Self.focused(on: calm) == "problems")
        let danger = [("message", "I want to kill myself tonight"), ("who", "nobody")]
        #expect(Self.focused(on: try await desk.post("/desk/paper", danger)) == "in-danger")
    }

    @Test func `an opinion that is not given, and a second reading, say what is missing`() async throws {
        let site = try await TestStaffSite(isReadTwice: { _, _ in true })
        let danger = try await site.receive("He has a knife.", urgency: .dangerNow)
        let desk = try await site.browser(of: .moderator)
        _ = try await desk.post("/desk/\(danger)", TestStaffSite.deciding(.escalate, [("identity", "yes")]))
        let record = try #require(try await site.desk.safeguardingRecords(of: danger).first)
        let lead = try await site.browser(of: .leadModerator)
        let opinion = try await lead.post("/desk/\(danger)/safeguarding", [("record", record.id.description)])
        #expect(opinion.status == .unprocessableContent && Self.focused(on: opinion) == "problems")
        let id = try await site.receive("The hostel is damp.")
        #expect(try await desk.post("/desk/\(id)", TestStaffSite.accepting()).status == .seeOther)
        #expect(Self.focused(on: try await lead.post("/desk/second/\(id)", [("urgency", "concern")])) == "problems")
    }
}
