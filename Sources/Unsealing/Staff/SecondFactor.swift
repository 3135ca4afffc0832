internal import Crypto
package import Foundation

/// The secret of an authenticator app and the codes it shows (TOTP: RFC 6238 with SHA-1, six digits, 30 seconds).
package struct SecondFactor: Sendable, CustomStringConvertible, CustomReflectable {
    package static let secretByteCount = 20
    package static let stepSeconds = 30

    private let secret: Data

    /// - Parameter secret: 20 unpredictable bytes.
    package init(secret: Data) { self.secret = secret }

    /// The six digits shown during `step`.
    package func code(atStep step: Int) -> String {
        let message = withUnsafeBytes(of: UInt64(max(0, step)).bigEndian) { Data($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        // Dynamic truncation (RFC 4226, 5.3).
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code was typed, now or one before or after, or nil; the caller refuses a step used before.
    package func step(of typed: String, atSecond now: Int) -> Int? {
        let digits = typed.filter(\.isNumber)
        let current = now / Self.stepSeconds
        return (current - 1...current + 1).first { code(atStep: $0) == digits }
    }

    /// The secret as an authenticator app takes it (base 32, RFC 4648).
    package var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var bits: UInt32 = 0
        var count = 0
        for byte in secret {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[Int(bits >> UInt32(count)) & 31])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(5 - count)) & 31]) }
        return text
    }

    /// The factor whose secret someone typed in base 32; spaces and case do not matter.
    ///
    /// - Throws: ``NotASecondFactor`` when it is not base 32.
    package init(typed text: String) throws(NotASecondFactor) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var bits: UInt32 = 0
        var count = 0
        var bytes = Data()
        for character in text.uppercased() where !character.isWhitespace && character != "=" {
            guard let value = alphabet.firstIndex(of: character) else { throw NotASecondFactor() }
            bits = bits << 5 | UInt32(value)
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        guard bytes.count >= 10 else { throw NotASecondFactor() }
        secret = bytes
    }

    /// The secret closed under the service's account key.
    ///
    /// - Throws: a CryptoKit error when the machine's random source fails.
    package func sealed(for account: String, key: Data) throws -> Data {
        let box = try AES.GCM.seal(
            secret, using: SymmetricKey(data: key), authenticating: Data("earshot second factor 1 \(account)".utf8))
        return box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
    }

    /// - Throws: a CryptoKit error when the secret is another account's or was changed.
    package init(opening sealed: Data, for account: String, key: Data) throws {
        secret = try AES.GCM.open(
            AES.GCM.SealedBox(combined: sealed), using: SymmetricKey(data: key),
            authenticating: Data("earshot second factor 1 \(account)".utf8))
    }

    package var description: String { "(secret withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// What was typed where a second factor's secret was expected.
package struct NotASecondFactor: Error, Equatable, CustomStringConvertible {
    package var description: String {
        "This is not a second factor. Copy the letters A to Z and digits 2 to 7 as they were printed."
    }
}
