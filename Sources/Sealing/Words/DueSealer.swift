package import Concerns
internal import Crypto
package import Foundation

/// Closes the minutes by which concerns are due, so that only a signed-in moderator can read them: such a minute tells when
/// a young person wrote.
///
/// One random key for each run of a program, sealed to the team once, closes them all: the desk opens one envelope, at some
/// 0.4 ms, and not one for each of 50,000 that wait.
/// Shape: 36 bytes of AES-256-GCM, nonce, minute (eight bytes, most significant first) and tag; whose it is, is bound in.
package struct DueSealer: Sendable {
    package static let sealedByteCount = 12 + 8 + 16

    /// The key's name: 16 random bytes.
    package let keyID: Data
    /// The key in an ``Envelope`` for the team.
    package let sealedKey: Data
    private let key: SymmetricKey

    /// - Throws: a CryptoKit error when the machine's random source fails.
    package init(teamKey: TeamPublicKey) throws {
        key = SymmetricKey(size: .bits256)
        keyID = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
        sealedKey = try Envelope.seal(
            key.withUnsafeBytes { Data($0) }, to: teamKey.key, purpose: SealedDue.keyPurpose,
            owner: SealedDue.owner(ofKey: keyID))
    }

    /// - Returns: ``sealedByteCount`` bytes.
    /// - Throws: a CryptoKit error when the machine's random source fails.
    package func seal(_ due: DueMinute, of concern: ConcernID) throws -> Data {
        let bytes = withUnsafeBytes(of: Int64(due.number).bigEndian) { Data($0) }
        let box = try AES.GCM.seal(bytes, using: key, authenticating: SealedDue.owner(of: concern))
        return box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag
    }
}

/// What is bound into a sealed due time and into the key that closes it.
package enum SealedDue {
    package static let keyPurpose = "earshot due key 1"

    package static func owner(ofKey id: Data) -> String { id.base64EncodedString() }

    package static func owner(of concern: ConcernID) -> Data { Data("earshot due 1 \(concern)".utf8) }
}
