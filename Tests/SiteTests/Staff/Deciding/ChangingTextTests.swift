import Concerns
import Foundation
import HTTPTypes
import Store
import Testing

struct ChangingTextTests {
    private static let words = "Tomasz shouts. The hostel is damp and Ewa does not care."

    private static func accepted(sharing: Sharing = .words) async throws -> (
        site: TestStaffSite, id: ConcernID, desk: Browser
    ) {
        let site = try await TestStaffSite()
        let id = try await site.receive(words, sharing: sharing)
        let desk = try await site.browser(of: .moderator)
        let fields = TestStaffSite.accepting([
            ("add_text", "Tomasz"), ("add_kind", "PERSON"), ("confirm_identifiers", "yes"),
        ])
        #expect(try await desk.post("/desk/\(id)", fields).status == .seeOther)
        return (site, id, desk)
    }

    private static func changing(_ more: [(String, String)] = []) -> [(String, String)] {
        [
            ("seen", "1"), ("urgency", "concern"), ("area", "care-leavers"), ("start", "0"), ("end", "6"),
            ("kind", "PERSON"), ("keep", "0"), ("confirm_identifiers", "yes"), ("action", "decide"),
        ] + more
    }

    @Test func `the closed page leads to the form, which begins with what was taken out before`() async throws {
        let (_, id, desk) = try await Self.accepted()
        #expect(try await desk.get("/desk/\(id)").html.contains(#"<a href="/desk/\#(id)/text">"#))
        let page = try await desk.get("/desk/\(id)/text")
        #expect(page.status == .ok)
        #expect(page.html.contains("[name] shouts. The hostel is damp and Ewa does not care."))
        #expect(page.html.contains(#"name="start" value="0""#) && page.html.contains(#"name="end" value="6""#))
        #expect(page.html.contains(#"value="care-leavers" checked"#))
        #expect(page.html.contains("<mark><span>Tomasz</span>"))
    }

    @Test func `a name that was overlooked is taken out, of the search too, and it stands in the log`() async throws {
        let (site, id, desk) = try await Self.accepted()
        #expect(try await site.records.reading.count(ConcernQuery(words: "Ewa")) == 1)
        let changed = try await desk.post(
            "/desk/\(id)/text", Self.changing([("add_text", "Ewa"), ("add_kind", "PERSON")]))
        #expect(changed.header("Location") == "/desk?done=text")
        #expect(try await site.records.reading.count(ConcernQuery(words: "Ewa")) == 0)
        let found = try await site.records.reading.concerns(ConcernQuery(words: "hostel"))
        #expect(found.map(\.text.description) == ["[name] shouts. The hostel is damp and [name] does not care."])
        #expect(try await site.log.lines(about: id.description).first?.did == "changed text")
        let again = try await desk.get("/desk/\(id)/text").html
        #expect(again.contains("Changed before") && again.contains("2026-11-24, moderator"))
        #expect(again.components(separatedBy: #"name="start""#).count == 3)
    }

    @Test func `a preview changes nothing, and an older form is given back`() async throws {
        let (site, id, desk) = try await Self.accepted()
        let asked = Self.changing([("add_text", "damp"), ("add_kind", "OTHER")]).filter { $0.0 != "action" }
        let preview = try await desk.post("/desk/\(id)/text", asked + [("action", "preview")])
        #expect(preview.status == .ok && preview.html.contains("The hostel is [removed] and"))
        #expect(try await site.records.reading.count(ConcernQuery(words: "damp")) == 1)
        let older = Self.changing().filter { $0.0 != "seen" } + [("seen", "0")]
        let refused = try await site.browser(of: .leadModerator).post("/desk/\(id)/text", older)
        #expect(refused.status == .conflict && refused.html.contains("Another moderator changed this concern"))
    }

    @Test(arguments: [("area", "Choose at least one area"), ("urgency", "Choose how urgent it is.")])
    func `what it needs is asked for`(field: String, says: String) async throws {
        let (_, id, desk) = try await Self.accepted()
        let page = try await desk.post("/desk/\(id)/text", Self.changing().filter { $0.0 != field })
        #expect(page.status == .unprocessableContent && page.html.contains(says))
    }

    @Test func `where words are only counted, areas change and no words come out`() async throws {
        let (site, id, desk) = try await Self.accepted(sharing: .counted)
        #expect(try await desk.get("/desk/\(id)/text").html.contains("No inspector will read any of it"))
        let changed = try await desk.post("/desk/\(id)/text", Self.changing([("area", "adoption")]))
        #expect(changed.status == .seeOther)
        #expect(Set(try await site.records.reading.voices().map(\.area)) == [.adoption, .careLeavers])
        #expect(try await site.records.reading.concerns(ConcernQuery()).isEmpty)
    }

    @Test func `what is not accepted has no text to change`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let page = try await site.browser(of: .moderator).get("/desk/\(id)/text")
        #expect(page.status == .conflict && page.html.contains("There is no accepted text here"))
        #expect(!page.html.contains("damp"))
        #expect(try await site.log.lines(about: id.description).isEmpty)
    }
}
