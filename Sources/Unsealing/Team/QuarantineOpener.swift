package import Concerns
internal import Crypto
package import Foundation
import Sealing

/// Opens the sources of messages that a person must look at; only the desk of a signed-in moderator holds one.
package struct QuarantineOpener: Sendable {
    private let teamKey: TeamPrivateKey

    package init(teamKey: TeamPrivateKey) { self.teamKey = teamKey }

    /// - Throws: ``OriginalUnreadable`` when the seal is another's or another team's, or was changed.
    package func open(
        source: Data, key: Data, of quarantined: ConcernID
    ) throws(OriginalUnreadable) -> Data {
        guard
            let key = try? Envelope.open(
                key, with: teamKey.key, purpose: SealedSource.keyPurpose, owner: quarantined.description),
            let box = try? AES.GCM.SealedBox(combined: source),
            let padded = try? AES.GCM.open(
                box, using: SymmetricKey(data: key), authenticating: Data(SealedSource.purpose(quarantined).utf8)),
            let plain = SizeClass.unpadded(padded)
        else { throw OriginalUnreadable(concern: quarantined) }
        return plain
    }
}
