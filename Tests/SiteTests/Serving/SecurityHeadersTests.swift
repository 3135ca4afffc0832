import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Pages

struct SecurityHeadersTests {
    private static let expected = [
        "cache-control": "no-store",
        "content-security-policy":
            "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
        "permissions-policy": PowerfulFeatures.allOff,
        "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
    ]

    @Test(arguments: ["/page", "/nowhere", "/broken"])
    func `every answer carries them, errors too`(address: String) async throws {
        let headers = try await headers(of: address)
        for (name, value) in Self.expected {
            #expect(headers[values: try #require(HTTPField.Name(name))] == [value])
        }
        #expect(headers[.server] == nil)
    }

    @Test func `what an answer says itself stands`() async throws {
        #expect(try await headers(of: "/style")[values: .cacheControl] == ["public"])
    }

    @Test func `every feature is off, once, and only by names that browsers know`() {
        let names = PowerfulFeatures.names
        #expect(names == names.sorted() && Set(names).count == names.count)
        #expect(PowerfulFeatures.allOff.split(separator: ", ").allSatisfy { $0.hasSuffix("=()") })
        for name in ["camera", "microphone", "geolocation", "display-capture", "clipboard-read", "fullscreen"] {
            #expect(names.contains(name))
        }
        // Chromium 156 writes a line to the console for each of these.
        #expect(Set(names).isDisjoint(with: ["ambient-light-sensor", "battery", "bluetooth", "web-share"]))
    }

    private func headers(of address: String) async throws -> HTTPFields {
        let router = Router()
        router.add(middleware: SecurityHeaders())
        router.add(middleware: PlainErrors { Page(html: $0.key, status: $0.status) })
        router.get("page") { _, _ in Page(html: "") }
        router.get("broken") { _, _ -> Page in throw Broken() }
        router.get("style") { _, _ in
            Response(status: .ok, headers: [.cacheControl: "public", .server: "Apache"])
        }
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: address, method: .get).headers
        }
    }

    private struct Broken: Error {}
}
