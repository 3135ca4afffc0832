import Concerns
import HTTPTypes
import Store
import Testing

@testable import StaffSite

struct SignInTests {
    @Test(arguments: [
        (Role.moderator, "/desk"), (.leadModerator, "/desk"), (.inspector, "/intelligence"), (.planner, "/planning"),
        (.advocate, "/relay"), (.administrator, "/sign-in"),
    ])
    func `name, password and code lead to the role's own room`(role: Role, room: String) async throws {
        let site = try await TestStaffSite()
        let answer = try await site.signIn(role.rawValue)
        #expect(answer.status == .seeOther)
        #expect(answer.header("Location") == room)
        let cookie = try #require(answer.header("Set-Cookie"))
        for part in ["__Host-earshot=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
            #expect(cookie.contains(part))
        }
        #expect(try await site.log.lines(about: role.rawValue).first?.did == "signed in")
    }

    @Test func `every kind of failure is answered alike`() async throws {
        let site = try await TestStaffSite()
        _ = try await site.records.accounts.disable(
            "planner", by: "command line", on: site.today, log: site.log)
        let answers = [
            try await site.signIn("moderator", password: "wrong"),
            try await site.signIn("moderator", code: "000000"),
            try await site.signIn("moderator", code: ""),
            try await site.signIn("nobody"),
            try await site.signIn("planner"),
        ]
        for answer in answers {
            #expect(answer.status == .unprocessableContent)
            #expect(answer.header("Set-Cookie") == nil)
            #expect(answer.html.contains("That did not sign you in."))
            #expect(!answer.html.contains(TestStaffSite.password))
        }
    }

    @Test func `a code works once`() async throws {
        let site = try await TestStaffSite()
        let code = site.code(of: "moderator")
        #expect(try await site.signIn("moderator", code: code).status == .seeOther)
        #expect(try await site.signIn("moderator", code: code).status == .unprocessableContent)
    }

    @Test func `after half an hour without use the session is over`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        site.clock.advance(by: Sessions.idleSeconds - 1)
        #expect(try await browser.get("/desk").status == .ok)
        site.clock.advance(by: Sessions.idleSeconds)
        #expect(try await browser.get("/desk").status == .seeOther)
    }

    @Test func `no session lasts longer than eight hours, however busy`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        for _ in 0..<31 {
            site.clock.advance(by: Sessions.longestSeconds / 32)
            #expect(try await browser.get("/desk").status == .ok)
        }
        site.clock.advance(by: Sessions.longestSeconds / 32)
        #expect(try await browser.get("/desk").status == .seeOther)
    }

    @Test func `a form sent after the session was over leads back to its page, and says what was lost`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let browser = try await site.browser(of: .moderator)
        site.clock.advance(by: Sessions.idleSeconds)
        let answer = try await site.post("/desk/\(id)", TestStaffSite.accepting(), cookie: browser.cookie)
        let address = try #require(answer.header("Location"))
        #expect(address == "/sign-in?next=/desk/\(id)&lost=form")
        let page = try await browser.get(address)
        #expect(page.html.contains("what you filled in was not kept"))
        #expect(page.html.contains("name=\"next\" value=\"/desk/\(id)\""))
        #expect(try await site.get(address).html.contains("what you filled in was not kept") == false)
        #expect(try await site.post("/desk/\(id)", []).header("Location") == "/sign-in?next=/desk/\(id)")
    }

    @Test func `the sweep drops what is over without anybody signing in`() async throws {
        let sessions = Sessions()
        var random = SystemRandomNumberGenerator()
        for second in [0, 60] {
            let session = Session(
                name: "mo", role: .moderator, teamKey: nil, formToken: SecretText(using: &random), password: "")
            await sessions.open(session, under: SecretText(using: &random), atSecond: second)
        }
        await sessions.sweep(atSecond: Sessions.idleSeconds - 1)
        #expect(await sessions.count == 2)
        let sweeping = Task { await sessions.run { Sessions.idleSeconds } }
        while await sessions.count == 2 { await Task.yield() }
        #expect(await sessions.count == 1)
        sweeping.cancel()
        await sweeping.value
    }

    @Test func `a disabled account loses its session at the next request`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .moderator)
        #expect(
            try await site.records.accounts.disable(
                "moderator", by: "command line", on: site.today, log: site.log))
        #expect(try await browser.get("/desk").status == .seeOther)
    }

    @Test func `signing out ends the session`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .inspector)
        let answer = try await browser.post("/sign-out", [], from: "/intelligence")
        #expect(answer.status == .seeOther)
        #expect(try await browser.get("/intelligence").status == .seeOther)
    }

    @Test func `the form does not sign out without the session's token`() async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: .inspector)
        #expect(try await site.post("/sign-out", [], cookie: browser.cookie).status == .forbidden)
        #expect(try await browser.get("/intelligence").status == .ok)
    }

    @Test func `whoever had to sign in comes back to the page they wanted`() async throws {
        let site = try await TestStaffSite()
        let refused = try await site.get("/intelligence?area=adoption&page=2")
        #expect(refused.status == .seeOther)
        #expect(refused.header("Location") == "/sign-in?next=/intelligence?area=adoption%26page=2")
        let address = try #require(refused.header("Location"))
        let form = try await site.get(address)
        let next = String(try #require(form.between(#"name="next" value=""#, "\"")))
        let answer = try await site.signIn("inspector", next: next.replacing("&amp;", with: "&"))
        #expect(answer.header("Location") == "/intelligence?area=adoption&page=2")
    }

    @Test(arguments: [
        "https://elsewhere.example/", "//elsewhere.example", #"/\elsewhere.example"#, "/desk//elsewhere.example",
        "/desk/../planning", "/desk\r\nSet-Cookie: a=b", "/planning/E08000008", "javascript:alert(1)", "/deskpool",
    ])
    func `another site's address, or another role's room, is no way back`(next: String) async throws {
        let site = try await TestStaffSite()
        #expect(try await site.signIn("moderator", next: next).header("Location") == "/desk")
    }
}
