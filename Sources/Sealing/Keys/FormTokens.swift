internal import Crypto
package import Foundation

/// Tokens in forms that show the form was fetched from here, not long ago and not this instant; nothing is stored for them.
///
/// Shape: seconds since 1970, 16 random bytes and an HMAC of both, in lower-case hexadecimal with full stops between.
package struct FormTokens: Sendable {
    /// A person needs longer than this to fill a form in.
    package static let leastAgeSeconds = 3
    package static let greatestAgeSeconds = 12 * 60 * 60

    private let key: SymmetricKey
    private let leastAge: Int

    /// - Parameter leastAgeSeconds: 0 in load tests (`--limits relaxed`).
    package init(key: Data, leastAgeSeconds: Int = FormTokens.leastAgeSeconds) {
        self.key = SymmetricKey(data: key)
        leastAge = leastAgeSeconds
    }

    package func token(atSecond now: Int, using generator: inout some RandomNumberGenerator) -> String {
        let random = (0..<FormToken.nonceByteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let body = "\(String(now, radix: 16)).\(Self.hexadecimal(random))"
        return "\(body).\(Self.hexadecimal(mac(of: body)))"
    }

    /// What `token` tells, or nil when it was not made here or its age is out of range.
    package func opened(_ token: String, atSecond now: Int) -> FormToken? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, token.utf8.count <= 120,
            Self.isSame(Self.hexadecimal(mac(of: "\(parts[0]).\(parts[1])")), String(parts[2])),
            let made = Int(parts[0], radix: 16), let nonce = Self.bytes(parts[1]),
            (leastAge...Self.greatestAgeSeconds).contains(now - made)
        else { return nil }
        return FormToken(madeAtSecond: made, nonce: nonce)
    }

    private func mac(of body: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: key))
    }

    /// Compares without telling by its time where the first difference is.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func bytes(_ hexadecimal: Substring) -> Data? {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == FormToken.nonceByteCount * 2, hexadecimal.count == digits.count else { return nil }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}
