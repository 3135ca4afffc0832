/// What the proxy on this machine sends with each request, so that it alone is believed who asks.
///
/// Shape: 16 or more visible ASCII characters. An onion service comes from this machine too, and its visitors write what
/// headers they like; they cannot know this one. It shows nothing by itself.
package struct ProxySecret: Sendable, CustomStringConvertible, CustomReflectable {
    private static let fewestCharacters = 16

    private let bytes: [UInt8]

    /// - Throws: ``NotAProxySecret`` when `text` is short or a header could not carry it.
    package init(_ text: String) throws(NotAProxySecret) {
        bytes = Array(text.utf8)
        let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
        guard bytes.count >= Self.fewestCharacters, bytes.allSatisfy(visible.contains) else { throw NotAProxySecret() }
    }

    /// Whether one of a header's values is the secret; how long it takes does not tell where the first difference is.
    func isAmong(_ values: [String]) -> Bool {
        values.count(where: isSame) > 0
    }

    private func isSame(as text: String) -> Bool {
        let other = Array(text.utf8)
        guard other.count == bytes.count else { return false }
        return zip(bytes, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    package var description: String { "(secret withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

package struct NotAProxySecret: Error, Equatable, CustomStringConvertible {
    package var description: String {
        "EARSHOT_PROXY_SECRET must be 16 or more letters, digits or signs without spaces. Make one with: openssl rand -hex 32"
    }
}
