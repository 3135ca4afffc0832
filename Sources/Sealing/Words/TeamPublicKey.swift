internal import Crypto
package import Foundation

/// The public half of the moderators' key: with it words can be sealed and never opened.
///
/// X-Wing (ML-KEM-768 with X25519; draft-connolly-cfrg-xwing-kem), because these words must stay closed for decades.
/// Shape: 1,216 bytes.
package struct TeamPublicKey: Sendable {
    package static let suite = "X-Wing, SHA-256, AES-256-GCM"

    package let rawRepresentation: Data
    let key: XWingMLKEM768X25519.PublicKey

    /// - Throws: ``NotATeamKey`` when the bytes are no X-Wing public key.
    package init(rawRepresentation: Data) throws(NotATeamKey) {
        guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: rawRepresentation) else {
            throw NotATeamKey()
        }
        self.rawRepresentation = rawRepresentation
        self.key = key
    }
}

/// Bytes that are not the moderators' public key.
package struct NotATeamKey: Error, Equatable, CustomStringConvertible {
    package init() {}

    package var description: String {
        "The moderators’ public key cannot be read. Put back keys/team.public from a backup; "
            + "with another key, new messages could not be opened."
    }
}
