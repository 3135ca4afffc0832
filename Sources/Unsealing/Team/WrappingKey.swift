package import Concerns
internal import Crypto
package import Foundation

/// Closes the team's private key for one person or for the recovery words (AES-256-GCM).
package struct WrappingKey: Sendable, CustomStringConvertible, CustomReflectable {
    private static let purpose = Data("earshot team key 1".utf8)

    private let key: SymmetricKey

    /// - Parameter bytes: 32 secret bytes.
    init(bytes: Data) { key = SymmetricKey(data: bytes) }

    /// The key behind the recovery words: two receipts' worth of words, 138 secret bits, so no slow derivation is needed.
    package init(recovery: [Receipt]) {
        let secret = recovery.reduce(into: Data()) { $0.append(contentsOf: $1.secret) }
        self.init(
            bytes: HKDF<SHA256>.deriveKey(
                inputKeyMaterial: SymmetricKey(data: secret), info: Data("earshot recovery 1".utf8),
                outputByteCount: 32
            ).withUnsafeBytes { Data($0) })
    }

    /// - Throws: a CryptoKit error when the machine's random source fails.
    package func wrap(_ teamKey: TeamPrivateKey) throws -> Data {
        let box = try AES.GCM.seal(teamKey.seed, using: key, authenticating: Self.purpose)
        return box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
    }

    /// - Throws: ``CannotUnwrap`` with another key, or when the bytes were changed.
    package func unwrap(_ wrapped: Data) throws(CannotUnwrap) -> TeamPrivateKey {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped),
            let seed = try? AES.GCM.open(box, using: key, authenticating: Self.purpose)
        else { throw CannotUnwrap() }
        return try TeamPrivateKey(seed: seed)
    }

    package var description: String { "(key withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The team's key does not open with what was given.
package struct CannotUnwrap: Error, Equatable, CustomStringConvertible {
    package init() {}

    package var description: String {
        "The moderators’ key does not open with these words. Check them against the sheet they were written on."
    }
}
