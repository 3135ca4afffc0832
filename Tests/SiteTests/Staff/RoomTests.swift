import Concerns
import HTTPTypes
import Testing

struct RoomTests {
    static let pages = [
        "/relay", "/desk", "/desk/paper", "/desk/quarantine", "/desk/imports", "/desk/aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "/intelligence",
        "/intelligence/E08000008",
        "/planning",
        "/planning/E08000008",
    ]

    static func isOpen(_ page: String, to role: Role) -> Bool {
        switch role {
        case .moderator, .leadModerator: page.hasPrefix("/desk")
        case .inspector: page.hasPrefix("/intelligence")
        case .planner: page.hasPrefix("/planning")
        case .advocate: page.hasPrefix("/relay")
        case .administrator: false
        }
    }

    @Test(arguments: Role.allCases)
    func `each role is let into its own room and told no, in words, at every other`(role: Role) async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: role)
        for page in Self.pages {
            let answer = try await browser.get(page)
            if Self.isOpen(page, to: role) {
                #expect(answer.status == (page.hasSuffix("aaaa") ? .notFound : .ok), "\(page)")
            } else {
                #expect(answer.status == .forbidden, "\(page)")
                #expect(answer.html.contains("This page is not open to you"))
            }
        }
    }

    @Test(arguments: pages)
    func `whoever is not signed in is sent to sign in`(page: String) async throws {
        let answer = try await TestStaffSite().get(page)
        #expect(answer.status == .seeOther)
        #expect(answer.header("Location") == "/sign-in?next=\(page)")
    }

    @Test(arguments: pages.filter { !$0.hasSuffix("aaaa") } + ["/sign-in"])
    func `a page that is only asked whether it is there answers without its text`(page: String) async throws {
        let site = try await TestStaffSite()
        let role = Role.allCases.first { Self.isOpen(page, to: $0) } ?? .planner
        let answer = try await site.browser(of: role).head(page)
        #expect(answer.status == .ok)
        #expect(answer.html.isEmpty)
    }

    @Test(arguments: [
        (Role.moderator, "/desk/aaaaaaaaaaaaaaaaaaaaaaaaaa"), (.moderator, "/desk/paper"),
        (.moderator, "/desk/quarantine/aaaaaaaaaaaaaaaaaaaaaaaaaa"), (.advocate, "/relay"),
        (.planner, "/planning/E08000008"),
    ])
    func `a form without the session's token is refused`(role: Role, address: String) async throws {
        let site = try await TestStaffSite()
        let browser = try await site.browser(of: role)
        for token in [[], [("token", "0")], [("token", String(repeating: "0", count: 64))]] {
            let answer = try await site.post(address, token, cookie: browser.cookie)
            #expect(answer.status == .forbidden)
        }
    }

    @Test(arguments: ["/relay/nothing", "/admin", "/desk/nothing", "/intelligence/E99999999", "/planning/nowhere"])
    func `an address without a page says so in words`(address: String) async throws {
        let site = try await TestStaffSite()
        let role = Role.allCases.first { Self.isOpen(address, to: $0) } ?? .planner
        let answer = try await site.browser(of: role).get(address)
        #expect(answer.status == .notFound)
        #expect(answer.html.contains("There is no such page"))
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(answer.header("Content-Security-Policy")?.contains("default-src 'none'") == true)
    }

    @Test func `demonstration pages are marked as such`() async throws {
        let site = try await TestStaffSite(isDemonstration: true)
        #expect(try await site.get("/sign-in").html.contains("Demonstration."))
        #expect(try await TestStaffSite().get("/sign-in").html.contains("Demonstration.") == false)
    }
}
