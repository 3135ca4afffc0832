internal import Crypto
internal import CryptoExtras
package import Foundation

/// A staff password as it is kept: a slow derivation (scrypt, RFC 7914, 2^17 rounds of block size 8), never the password.
///
/// One derivation gives two halves: one is compared at sign-in, the other closes the team's key for a moderator.
/// Shape as text: `scrypt 131072 8 1 SALT CHECK`, both in base 64.
package struct StaffPassword: Hashable, Sendable, CustomStringConvertible {
    package static let roundsToday = 1 << 17
    package static let leastLength = 12

    private let rounds: Int
    private let salt: Data
    private let check: Data

    /// - Parameters:
    ///   - salt: 16 unpredictable bytes.
    ///   - rounds: a power of two; smaller only in tests.
    /// - Returns: what is kept, and the key that closes the team's key for this person.
    /// - Throws: a CryptoKit error when the machine cannot do it.
    package static func make(
        from password: String, salt: Data, rounds: Int = roundsToday
    ) throws -> (StaffPassword, WrappingKey) {
        let halves = try derive(password, salt: salt, rounds: rounds)
        return (
            StaffPassword(rounds: rounds, salt: salt, check: Data(halves.prefix(32))),
            WrappingKey(bytes: Data(halves.suffix(32)))
        )
    }

    private init(rounds: Int, salt: Data, check: Data) {
        self.rounds = rounds
        self.salt = salt
        self.check = check
    }

    /// The kept form read back, or nil when `text` is none.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), parts[2] == "8", parts[3] == "1",
            rounds > 1, rounds & (rounds - 1) == 0,
            let salt = Data(base64Encoded: String(parts[4])), let check = Data(base64Encoded: String(parts[5]))
        else { return nil }
        self.init(rounds: rounds, salt: salt, check: check)
    }

    /// The key that closes the team's key, or nil when the password is wrong; about a second of one core.
    package func opened(by password: String) -> WrappingKey? {
        guard let halves = try? Self.derive(password, salt: salt, rounds: rounds) else { return nil }
        // HMACs of both sides compare in constant time, wherever the first difference lies.
        let key = SymmetricKey(data: halves.suffix(32))
        let expected = HMAC<SHA256>.authenticationCode(for: check, using: key)
        guard HMAC<SHA256>.isValidAuthenticationCode(expected, authenticating: halves.prefix(32), using: key) else {
            return nil
        }
        return WrappingKey(bytes: Data(halves.suffix(32)))
    }

    package var description: String {
        "scrypt \(rounds) 8 1 \(salt.base64EncodedString()) \(check.base64EncodedString())"
    }

    private static func derive(_ password: String, salt: Data, rounds: Int) throws -> Data {
        // Composed and decomposed accents are the same password on every keyboard.
        try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 64,
            rounds: rounds, blockSize: 8, parallelism: 1
        ).withUnsafeBytes { Data($0) }
    }
}
