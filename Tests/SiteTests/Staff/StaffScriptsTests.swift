import Concerns
import Foundation
import HTTPTypes
import Pages
import Testing

struct StaffScriptsTests {
    private static let none = "script-src 'none'"
    private static let own = "script-src 'self'; connect-src 'self'"

    @Test func `staff pages run the scripts of this site alone, and young people's pages run none`() async throws {
        let staff = try await TestStaffSite()
        let desk = try await staff.browser(of: .moderator)
        for page in [try await staff.get("/sign-in"), try await desk.get("/desk"), try await desk.get("/desk/no")] {
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'; " + Self.own) && !policy.contains("unsafe"), "\(policy)")
        }
        let open = try TestPublicSite()
        for address in ["/", "/tell", "/nowhere"] {
            let page = try await open.get(address)
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.contains(Self.none) && !policy.contains("connect-src"), "\(policy)")
            #expect(!page.html.contains("<script"))
        }
    }

    @Test(arguments: ["review", "queue", "keys"])
    func `a script has its hash in its name and may be cached for ever`(name: String) async throws {
        let site = try await TestStaffSite()
        let script = try #require(try StaffFiles.scripts().first { $0.name == name })
        #expect(script.address.hasPrefix("/sign-in/\(name)-"))
        let answer = try await site.get(script.address)
        #expect(answer.status == .ok && answer.html == script.text)
        #expect(answer.header("Content-Type") == "text/javascript; charset=utf-8")
        #expect(answer.header("Cache-Control") == "public, max-age=31536000, immutable")
    }

    @Test func `the pages of the desk name their scripts by those addresses`() async throws {
        let site = try await TestStaffSite()
        let id = try await site.receive("The hostel is damp.")
        let desk = try await site.browser(of: .moderator)
        let scripts = Dictionary(uniqueKeysWithValues: try StaffFiles.scripts().map { ($0.name, $0.address) })
        for (page, name) in [("/desk", "queue"), ("/desk/\(id)", "review")] {
            let html = try await desk.get(page).html
            for one in [name, "keys"] {
                #expect(html.contains(#"<script src="\#(try #require(scripts[one]))" defer>"#), "\(page)")
            }
        }
    }

    @Test func `no script keeps anything in the browser or asks another host`() throws {
        for script in try StaffFiles.scripts() {
            for word in [
                "localStorage", "sessionStorage", "indexedDB", "document.cookie", "innerHTML = ", "http:", "https:",
            ] {
                #expect(!script.text.contains(word), "\(script.name): \(word)")
            }
        }
    }
}
