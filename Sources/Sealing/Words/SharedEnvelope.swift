package import Crypto
package import Foundation

/// Keys of many concerns that are stored together, sealed to the team with one encapsulation (HPKE's exporter, RFC 9180
/// section 5.3).
///
/// An X-Wing encapsulation costs some 0.4 ms, more than all else that an import does to a message. Here one secret is
/// exported from it, and of that a key for each owner (HKDF, RFC 5869). What is sealed stays random for each concern, so that
/// erasing one row still erases its words, whoever holds the rows beside it
/// (`Decisions/2026-11-25-an-import-seals-its-keys-together.md`).
///
/// Shape: the encapsulated key, 1,120 bytes; then nonce, ciphertext and tag of AES-256-GCM.
package struct SharedEnvelope: Sendable {
    private let encapsulatedKey: Data
    private let secret: SymmetricKey

    init(to key: XWingMLKEM768X25519.PublicKey, purpose: String) throws {
        let sender = try HPKE.Sender(recipientKey: key, ciphersuite: Envelope.suite, info: Data(purpose.utf8))
        encapsulatedKey = sender.encapsulatedKey
        secret = try sender.exportSecret(context: Self.context, outputByteCount: 32)
    }

    package func seal(_ bytes: Data, owner: String) throws -> Data {
        let box = try AES.GCM.seal(
            bytes, using: Self.key(of: secret, owner: owner), authenticating: Data(owner.utf8))
        return encapsulatedKey + box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
    }

    /// Whether a sealed key of 32 bytes has this shape and not that of ``Envelope``, which holds no nonce.
    package static func isShape(of sealed: Data) -> Bool {
        sealed.count == Envelope.encapsulatedByteCount + 12 + 32 + 16
    }

    /// - Throws: a CryptoKit error when the envelope is another's, was changed, or is cut short.
    package static func open(
        _ sealed: Data, with key: XWingMLKEM768X25519.PrivateKey, purpose: String, owner: String
    ) throws -> Data {
        let recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: Envelope.suite, info: Data(purpose.utf8),
            encapsulatedKey: Data(sealed.prefix(Envelope.encapsulatedByteCount)))
        let secret = try recipient.exportSecret(context: context, outputByteCount: 32)
        let box = try AES.GCM.SealedBox(combined: sealed.dropFirst(Envelope.encapsulatedByteCount))
        return try AES.GCM.open(
            box, using: Self.key(of: secret, owner: owner), authenticating: Data(owner.utf8))
    }

    private static let context = Data("earshot shared envelope 1".utf8)

    private static func key(of secret: SymmetricKey, owner: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: context + Data(owner.utf8), outputByteCount: 32)
    }
}
