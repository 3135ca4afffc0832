package import Crypto
package import Foundation

/// Bytes sealed to an X-Wing public key with HPKE (RFC 9180, base mode).
///
/// Shape: the encapsulated key, 1,120 bytes, then the ciphertext with its tag. What it is for (`purpose`) and whose it is
/// (`owner`) are bound in, so that an envelope moved to another row does not open.
package enum Envelope {
    package static let suite = HPKE.Ciphersuite.XWingMLKEM768X25519_SHA256_AES_GCM_256
    package static let encapsulatedByteCount = 1120

    package static func seal(
        _ bytes: Data, to key: XWingMLKEM768X25519.PublicKey, purpose: String, owner: String
    ) throws -> Data {
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: Data(purpose.utf8))
        return sender.encapsulatedKey + (try sender.seal(bytes, authenticating: Data(owner.utf8)))
    }

    /// - Throws: a CryptoKit error when the envelope is another's, was changed, or is cut short.
    package static func open(
        _ sealed: Data, with key: XWingMLKEM768X25519.PrivateKey, purpose: String, owner: String
    ) throws -> Data {
        var recipient = try HPKE.Recipient(
            privateKey: key, ciphersuite: suite, info: Data(purpose.utf8),
            encapsulatedKey: Data(sealed.prefix(encapsulatedByteCount)))
        return try recipient.open(
            Data(sealed.dropFirst(encapsulatedByteCount)), authenticating: Data(owner.utf8))
    }
}
