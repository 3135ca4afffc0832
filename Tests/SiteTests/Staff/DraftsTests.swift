import Concerns
import Foundation
import HTTPTypes
import Sealing
import Store
import Testing

@testable import StaffSite

/// What a moderator began to fill in is kept, closed, and given back.
struct DraftsTests {
    private static let typed = [("urgency", "safeguarding"), ("area", "adoption"), ("reply", "We heard you, Zoë 🙂.")]

    /// A site with one concern.
    private static func site() async throws -> (site: TestStaffSite, id: ConcernID) {
        let site = try await TestStaffSite()
        return (
            site, try await site.receive("The hostel is damp.", receipt: site.receipts.derive(TestStaffSite.receipt(1)))
        )
    }

    /// What the form of a page brings back besides what is typed.
    private static func hidden(_ page: StaffAnswer) -> [(String, String)] {
        ["token", "seen", "ticket", "author"].map { name in
            (name, String(page.between(#"name="\#(name)" value=""#, "\"") ?? ""))
        }
    }

    private static func shows(_ page: StaffAnswer) -> Bool {
        page.html.contains("We heard you, Zoë 🙂.") && page.html.contains(#"value="adoption" checked"#)
            && page.html.contains(#"value="safeguarding" checked"#)
    }

    @Test func `a draft is kept closed, and offered to the next moderator with its author's name`() async throws {
        let (site, id) = try await Self.site()
        let mine = try await site.browser(of: .moderator)
        let kept = try await mine.post("/desk/\(id)/draft", Self.typed, from: "/desk/\(id)")
        #expect(kept.status == .seeOther && kept.header("Location") == "/desk/\(id)?draft=moderator")
        #expect(Self.shows(try await mine.get("/desk/\(id)?draft=moderator")))
        let sealed = try #require(try await site.desk.drafts(about: id).first?.sealed)
        for word in ["heard", "reply", "adoption"] { #expect(sealed.range(of: Data(word.utf8)) == nil) }
        let other = try await site.browser(of: .leadModerator)
        _ = try await other.post("/desk/\(id)/take-over", [], from: "/desk")
        let offered = try await other.get("/desk/\(id)")
        #expect(offered.html.contains("moderator began to fill this in. Decisions about it by then: 0."))
        #expect(!Self.shows(offered))
        let used = try await other.get("/desk/\(id)?draft=moderator")
        #expect(Self.shows(used) && used.html.contains("This is the draft of moderator."))
        #expect(try await site.log.lines(about: id.description).map(\.did).filter { $0 == "kept a draft" }.count == 1)
    }

    @Test func `an older draft is not offered beside what was just typed`() async throws {
        let (site, id) = try await Self.site()
        let desk = try await site.browser(of: .moderator)
        _ = try await desk.post("/desk/\(id)/draft", Self.typed, from: "/desk/\(id)")
        let offer = "/desk/\(id)?draft=moderator"
        let fresh = try await desk.get("/desk/\(id)")
        #expect(fresh.html.contains(offer))
        for action in ["decide", "preview", "fill"] {
            let fields = Self.hidden(fresh) + [("reply", "Newer words."), ("action", action)]
            let answer = try await site.post("/desk/\(id)", fields, cookie: desk.cookie)
            #expect(answer.html.contains("Newer words.") && !answer.html.contains(offer), "\(action)")
        }
    }

    @Test func `a form whose session is over is kept, and shown after signing in again`() async throws {
        let (site, id) = try await Self.site()
        let desk = try await site.browser(of: .moderator)
        let fields = Self.hidden(try await desk.get("/desk/\(id)")) + Self.typed + [("action", "decide")]
        site.clock.advance(by: Sessions.idleSeconds)
        let answer = try await site.post("/desk/\(id)", fields, cookie: desk.cookie)
        #expect(answer.status == .seeOther)
        let address = try #require(answer.header("Location"))
        #expect(address == "/sign-in?next=/desk/\(id)?draft=moderator&lost=draft")
        let form = try await site.get(address, cookie: desk.cookie)
        #expect(form.html.contains("What you filled in is kept as a draft"))
        let next = String(try #require(form.between(#"name="next" value=""#, "\"")))
        site.clock.advance(by: 60)
        let signedIn = try await site.signIn("moderator", next: next)
        #expect(signedIn.header("Location") == "/desk/\(id)?draft=moderator")
        let cookie = try #require(signedIn.header("Set-Cookie")?.split(separator: ";").first.map(String.init))
        #expect(Self.shows(try await site.get("/desk/\(id)?draft=moderator", cookie: cookie)))
        #expect(try await site.desk.concern(id)?.decisions.isEmpty == true)
    }

    @Test func `a form from before signing in anew is kept as a draft and decides nothing`() async throws {
        let (site, id) = try await Self.site()
        let former = try await site.browser(of: .moderator)
        let fields = Self.hidden(try await former.get("/desk/\(id)")) + TestStaffSite.accepting(Self.typed)
        let now = try await site.browser(of: .moderator)
        let answer = try await site.post("/desk/\(id)", fields, cookie: now.cookie)
        #expect(answer.status == .seeOther && answer.header("Location") == "/desk/\(id)?draft=moderator")
        #expect(try await site.desk.concern(id)?.decisions.isEmpty == true)
        // Another's form, as another site might send it, is refused as ever.
        let other = try await site.browser(of: .leadModerator)
        #expect(try await site.post("/desk/\(id)", fields, cookie: other.cookie).status == .forbidden)
    }

    @Test(arguments: ["ticket", "author", "concern", "old", "disabled", "none"])
    func `nobody writes a draft without a form that was made for them about this concern`(wrong: String) async throws {
        let (site, id) = try await Self.site()
        let other = try await site.receive("The heating is off.")
        let desk = try await site.browser(of: .moderator)
        var fields = Self.hidden(try await desk.get("/desk/\(id)")) + Self.typed
        func set(_ name: String, _ value: String) {
            fields.removeAll { $0.0 == name }
            fields.append((name, value))
        }
        if wrong == "ticket" { set("ticket", fields[2].1.replacing("a", with: "b") + "0") }
        if wrong == "author" { set("author", "lead-moderator") }
        if wrong == "none" { fields.removeAll { $0.0 == "ticket" } }
        if wrong == "disabled" {
            #expect(
                try await site.records.accounts.disable(
                    "moderator", by: "command line", on: site.today, log: site.log))
        }
        site.clock.advance(by: wrong == "old" ? 24 * 60 * 60 + 1 : Sessions.idleSeconds)
        let target = wrong == "concern" ? other : id
        let answer = try await site.post("/desk/\(target)", fields, cookie: desk.cookie)
        #expect(answer.header("Location")?.hasSuffix("lost=form") == true)
        for concern in [id, other] { #expect(try await site.desk.drafts(about: concern).isEmpty) }
    }

    @Test func `a decision erases every draft, a hold only that of whoever held`() async throws {
        let (site, id) = try await Self.site()
        let mine = try await site.browser(of: .moderator)
        let other = try await site.browser(of: .leadModerator)
        for browser in [mine, other] {
            #expect(try await browser.post("/desk/\(id)/draft", Self.typed, from: "/desk/\(id)").status == .seeOther)
        }
        let holding =
            [("urgency", "concern"), ("decision", "hold"), ("seen", "0"), ("action", "decide")] + TestStaffSite.grounds
        #expect(try await mine.post("/desk/\(id)", holding).status == .seeOther)
        #expect(try await site.desk.drafts(about: id).map(\.author) == ["lead-moderator"])
        let stale = try await other.get("/desk/\(id)?draft=lead-moderator")
        #expect(Self.shows(stale) && stale.html.contains("Another moderator decided about this since you began"))
        _ = try await mine.post("/desk/\(id)/take-over", [], from: "/desk")
        #expect(try await mine.post("/desk/\(id)", TestStaffSite.accepting([("seen", "1")])).status == .seeOther)
        #expect(try await site.desk.drafts(about: id).isEmpty)
        let late = try await other.post("/desk/\(id)/draft", Self.typed + [("by", "script")], from: "/desk")
        #expect(late.status == .conflict)
        #expect(try await site.desk.drafts(about: id).isEmpty)
    }

    @Test func `taking a concern back erases its drafts`() async throws {
        let (site, id) = try await Self.site()
        let desk = try await site.browser(of: .moderator)
        #expect(try await desk.post("/desk/\(id)/draft", Self.typed, from: "/desk/\(id)").status == .seeOther)
        try await site.withdraw(TestStaffSite.receipt(1))
        #expect(try await site.desk.drafts(about: id).isEmpty)
    }

    @Test func `its author may throw a draft away, and the script is answered without a page`() async throws {
        let (site, id) = try await Self.site()
        let desk = try await site.browser(of: .moderator)
        let kept = try await desk.post("/desk/\(id)/draft", Self.typed + [("by", "script")], from: "/desk/\(id)")
        #expect(kept.status == .noContent)
        #expect(try await desk.post("/desk/\(id)/draft/drop", [], from: "/desk/\(id)").status == .seeOther)
        #expect(try await site.desk.drafts(about: id).isEmpty)
    }

    @Test func `what a page asks by itself keeps nobody signed in`() async throws {
        let (site, _) = try await Self.site()
        let desk = try await site.browser(of: .moderator)
        site.clock.advance(by: Sessions.idleSeconds - 60)
        let own = try await site.get("/desk", cookie: desk.cookie, ownAccord: true)
        #expect(own.status == .ok)
        site.clock.advance(by: 60)
        #expect(try await desk.get("/desk").status == .seeOther)
    }
}
