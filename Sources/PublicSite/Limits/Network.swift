import Foundation
import NIOCore

/// The neighbourhood a request comes from: 24 bits of an IPv4 address or 48 of an IPv6 address, and no more.
///
/// It lives as long as its request, goes into no log and no store, and shows nothing by itself; budgets keep a keyed hash of
/// it for some minutes.
package struct Network: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    /// - Returns: nil for this machine itself: behind an onion service or a proxy everybody would share it.
    init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let address):
            let bytes = withUnsafeBytes(of: address.address.sin_addr.s_addr) { Array($0) }
            self.init(v4: bytes)
        case .v6(let address):
            let bytes = withUnsafeBytes(of: address.address.sin6_addr) { Array($0) }
            self.init(v6: bytes)
        default: return nil
        }
    }

    /// - Parameter text: an address as a proxy on this machine writes it; some write a port behind it.
    init?(text: some StringProtocol) {
        let text = String(text)
        let bare =
            text.hasPrefix("[")
            ? text.dropFirst().prefix { $0 != "]" }
            : text.count(where: { $0 == ":" }) == 1 ? text.prefix { $0 != ":" } : text[...]
        self.init(try? SocketAddress(ipAddress: String(bare), port: 0))
    }

    private init?(v4 bytes: [UInt8]) {
        guard bytes.count == 4, bytes[0] != 127 else { return nil }
        self.init(bytes: Array(bytes.prefix(3)))
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private init?(v6 bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let isMapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]
        guard !isMapped else {
            self.init(v4: Array(bytes.suffix(4)))
            return
        }
        guard bytes != Array(repeating: 0, count: 15) + [1] else { return nil }
        self.init(bytes: Array(bytes.prefix(6)))
    }

    package var description: String { "(network withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
