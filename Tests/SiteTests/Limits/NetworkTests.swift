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
    private let peer = Network(text: "198.51.100.1")
    private let asker = Network(text: "203.0.113.5")

    @Test func `a proxy on this machine is asked for the last address it wrote`() {
        let origin = Origin(isBehindProxy: true)
        #expect(origin.network(ofPeer: nil, forwarded: ["203.0.113.5"]) == asker)
        #expect(origin.network(ofPeer: nil, forwarded: ["192.0.2.1, 203.0.113.5"]) == asker)
        #expect(origin.network(ofPeer: nil, forwarded: ["192.0.2.1", "192.0.2.2,203.0.113.5:80"]) == asker)
        #expect(origin.network(ofPeer: nil, forwarded: []) == nil)
        #expect(origin.network(ofPeer: nil, forwarded: ["203.0.113.5, unknown"]) == nil)
    }

    @Test func `nobody else is believed`() {
        #expect(Origin(isBehindProxy: true).network(ofPeer: peer, forwarded: ["203.0.113.5"]) == peer)
        #expect(Origin(isBehindProxy: false).network(ofPeer: nil, forwarded: ["203.0.113.5"]) == nil)
        #expect(Origin(isBehindProxy: false).network(ofPeer: peer, forwarded: ["203.0.113.5"]) == peer)
    }
}
