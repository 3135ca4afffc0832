package import Concerns
package import Foundation
import Sealing

/// Opens the drafts of moderators; only the desk of a signed-in moderator holds one.
package struct DraftOpener: Sendable {
    private let teamKey: TeamPrivateKey

    package init(teamKey: TeamPrivateKey) { self.teamKey = teamKey }

    /// The form as it was sent.
    ///
    /// - Throws: ``OriginalUnreadable`` when the seal is another's or another team's, or was changed.
    package func open(
        _ sealed: Data, of concern: ConcernID, by author: String
    ) throws(OriginalUnreadable) -> Data {
        guard
            let padded = try? Envelope.open(
                sealed, with: teamKey.key, purpose: SealedDraftForm.purpose,
                owner: SealedDraftForm.owner(concern, author)),
            let fields = SizeClass.unpadded(padded)
        else { throw OriginalUnreadable(concern: concern) }
        return fields
    }
}
