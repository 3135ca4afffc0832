import HTTPTypes
import NIOCore
import Testing

@testable import PublicSite

struct NetworkTests {
    @Test(arguments: [
        ("203.0.113.5", "203.0.113.250"), ("203.0.113.5", "::ffff:203.0.113.9"), ("203.0.113.5", "203.0.113.5:4711"),
        ("2001:db8:1:2::3", "2001:db8:1:ffff::9"), ("2001:db8:1::1", "[2001:db8:1::2]:443"),
        ("2001:db8:1::1", "[2001:db8:1::2]"),
    ])
    func `neighbours share a network`(one: String, other: String) throws {
        let network = try #require(Network(text: one))
        #expect(network == Network(text: other))
    }

    @Test(arguments: [("203.0.113.5", "203.0.114.5"), ("2001:db8:1::1", "2001:db8:2::1"), ("32.1.13.1", "2001:db8::1")])
    func `others do not`(one: String, other: String) throws {
        let network = try #require(Network(text: one))
        #expect(network != Network(text: other))
    }

    @Test(arguments: ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "[::1]:80", "", "unknown", "_hidden", "["])
    func `this machine, and what is no address, is none`(text: String) {
        #expect(Network(text: text) == nil)
    }

    @Test func `an onion service's socket is none`() throws {
        #expect(Network(try SocketAddress(unixDomainSocketPath: "/run/onion")) == nil)
        #expect(Network(nil) == nil)
    }

    @Test func `it shows nothing by itself`() throws {
        let network = try #require(Network(text: "203.0.113.5"))
        #expect("\(network)" == "(network withheld)")
        #expect(!String(reflecting: network).contains("203"))
        #expect(Mirror(reflecting: network).children.isEmpty)
    }
}

struct OriginTests {
    private static let word = "a-word-of-the-proxy-alone"

    private let origin: Origin
    private let peer = Network(text: "198.51.100.1")
    private let asker = Network(text: "203.0.113.5")

    init() throws { origin = Origin(proxySecret: try ProxySecret(Self.word)) }

    private func headers(_ forwarded: [String], shows words: [String] = [word]) throws -> HTTPFields {
        var headers = HTTPFields()
        headers[values: try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded
        headers[values: try #require(HTTPField.Name("X-Earshot-Proxy"))] = words
        return headers
    }

    @Test func `a proxy on this machine is asked for the last address it wrote`() throws {
        #expect(try origin.network(ofPeer: nil, headers: headers(["203.0.113.5"])) == asker)
        #expect(try origin.network(ofPeer: nil, headers: headers(["192.0.2.1, 203.0.113.5"])) == asker)
        #expect(try origin.network(ofPeer: nil, headers: headers(["192.0.2.1", "192.0.2.2,203.0.113.5:80"])) == asker)
        #expect(try origin.network(ofPeer: nil, headers: headers([])) == nil)
        #expect(try origin.network(ofPeer: nil, headers: headers(["203.0.113.5, unknown"])) == nil)
    }

    @Test(arguments: [
        [], [""], ["true"], ["a-word-of-the-proxy-alonE"], ["a-word-of-the-proxy-alone-x"], ["guess, guess"],
    ])
    func `a visitor of the onion service, who comes from this machine too, is not believed`(shown: [String]) throws {
        #expect(try origin.network(ofPeer: nil, headers: headers(["203.0.113.5"], shows: shown)) == nil)
    }

    @Test func `what a visitor claims beside the proxy's word does not take it away`() throws {
        let headers = try headers(["203.0.113.5"], shows: ["guess", Self.word])
        #expect(origin.network(ofPeer: nil, headers: headers) == asker)
    }

    @Test func `nobody else is believed, and without a secret no proxy`() throws {
        let none = Origin(proxySecret: nil)
        #expect(try origin.network(ofPeer: peer, headers: headers(["203.0.113.5"])) == peer)
        #expect(try none.network(ofPeer: nil, headers: headers(["203.0.113.5"])) == nil)
        #expect(try none.network(ofPeer: nil, headers: headers(["203.0.113.5"], shows: [""])) == nil)
        #expect(try none.network(ofPeer: peer, headers: headers(["203.0.113.5"])) == peer)
    }

    @Test(arguments: ["", "short", "fifteen-letters", "with spaces in it, long", "ümlauts-are-not-header-text"])
    func `a secret that is short or no header could carry is refused`(text: String) {
        #expect(throws: NotAProxySecret()) { try ProxySecret(text) }
    }

    @Test func `the secret shows nothing by itself`() throws {
        let secret = try ProxySecret(Self.word)
        #expect("\(secret)" == "(secret withheld)" && Mirror(reflecting: secret).children.isEmpty)
    }
}
