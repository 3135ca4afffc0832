package import Concerns
internal import Crypto
package import Foundation
package import Sealing

/// Opens what the desk wrote down about a concern; only the desk of a signed-in moderator holds one.
package struct NoteOpener: Sendable {
    private let teamKey: TeamPrivateKey

    package init(teamKey: TeamPrivateKey) { self.teamKey = teamKey }

    /// - Throws: ``OriginalUnreadable`` when the seal is of another kind, another's or another team's, or was changed.
    package func open(
        _ sealed: SealedOriginal, as kind: DeskNoteKind, of owner: ConcernID
    ) throws(OriginalUnreadable) -> Data {
        guard
            let key = try? Envelope.open(
                sealed.key, with: teamKey.key, purpose: kind.keyPurpose, owner: owner.description),
            let box = try? AES.GCM.SealedBox(combined: sealed.words),
            let padded = try? AES.GCM.open(
                box, using: SymmetricKey(data: key), authenticating: Data(kind.purpose(owner).utf8)),
            let plain = SizeClass.unpadded(padded)
        else { throw OriginalUnreadable(concern: owner) }
        return plain
    }
}
