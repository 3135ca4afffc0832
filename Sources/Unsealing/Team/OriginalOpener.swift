package import Concerns
internal import Crypto
internal import Foundation
package import Sealing

/// Opens originals; only the desk of a signed-in moderator holds one.
package struct OriginalOpener: Sendable {
    private let teamKey: TeamPrivateKey

    package init(teamKey: TeamPrivateKey) { self.teamKey = teamKey }

    /// - Throws: ``OriginalUnreadable`` when the seal is another concern's or another team's, or was changed.
    package func open(_ sealed: SealedOriginal, of concern: ConcernID) throws(OriginalUnreadable) -> Told {
        guard
            let key = try? key(sealed.key, of: concern),
            let box = try? AES.GCM.SealedBox(combined: sealed.words),
            let padded = try? AES.GCM.open(
                box, using: SymmetricKey(data: key), authenticating: Data(SealedForm.purpose(concern).utf8)),
            let plain = SizeClass.unpadded(padded),
            let form = try? JSONDecoder().decode(SealedForm.self, from: plain)
        else { throw OriginalUnreadable(concern: concern) }
        return form.told
    }

    private func key(_ sealed: Data, of concern: ConcernID) throws -> Data {
        let owner = concern.description
        return SharedEnvelope.isShape(of: sealed)
            ? try SharedEnvelope.open(sealed, with: teamKey.key, purpose: SealedForm.sharedKeyPurpose, owner: owner)
            : try Envelope.open(sealed, with: teamKey.key, purpose: SealedForm.keyPurpose, owner: owner)
    }
}

/// An original that the team's key does not open.
package struct OriginalUnreadable: Error, Equatable, CustomStringConvertible {
    package let concern: ConcernID

    package var description: String {
        "Concern \(concern) cannot be opened with the team’s key. Tell the administrator; a backup may hold it whole."
    }
}
