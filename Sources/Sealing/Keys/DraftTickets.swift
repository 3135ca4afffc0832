package import Concerns
internal import Crypto
package import Foundation

/// What shows that a form about a concern was made here for one signed-in moderator, when their session is over since.
///
/// It lets that form be kept as a draft, and nothing else: it opens and decides nothing. Nothing is stored for it.
/// Shape: seconds since 1970 and an HMAC, in lower-case hexadecimal with a full stop between (HMAC, RFC 2104).
package struct DraftTickets: Sendable {
    /// A shift and a night.
    package static let greatestAgeSeconds = 24 * 60 * 60

    private let key: SymmetricKey

    /// - Parameter key: 32 bytes; ``ServiceKeys/drafts``.
    package init(key: Data) { self.key = SymmetricKey(data: key) }

    package func ticket(about concern: ConcernID, for author: String, atSecond now: Int) -> String {
        let made = String(now, radix: 16)
        let mac = HMAC<SHA256>.authenticationCode(for: Self.signed(made, concern, author), using: key)
        return made + "." + Self.hexadecimal(mac)
    }

    /// Whether this ticket was made for them, about this concern, and not too long ago.
    package func admits(_ ticket: String, about concern: ConcernID, for author: String, atSecond now: Int) -> Bool {
        let parts = ticket.split(separator: ".", omittingEmptySubsequences: false)
        // What was not made here is looked at no further: anyone may send any number.
        guard ticket.utf8.count <= 100, parts.count == 2, let mac = Self.bytes(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(
                mac, authenticating: Self.signed(String(parts[0]), concern, author), using: key),
            let made = Int(parts[0], radix: 16), (0...now).contains(made)
        else { return false }
        return now - made <= Self.greatestAgeSeconds
    }

    /// The author's name comes last, so that no two inputs run together.
    private static func signed(_ made: String, _ concern: ConcernID, _ author: String) -> Data {
        Data("earshot draft ticket 1 \(made) \(concern) \(author)".utf8)
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func bytes(_ hexadecimal: Substring) -> Data? {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == 64, hexadecimal.count == digits.count else { return nil }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}
