package import Concerns
package import Foundation

extension Sealer {
    /// Closes what a moderator began to fill in, so that any moderator who signs in can go on with it.
    ///
    /// - Parameter fields: the form as it was sent.
    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    package func seal(draft fields: Data, of concern: ConcernID, by author: String) throws -> Data {
        try Envelope.seal(
            SizeClass.padded(fields), to: teamKey.key, purpose: SealedDraftForm.purpose,
            owner: SealedDraftForm.owner(concern, author))
    }
}

/// How a draft is bound to its concern and its author.
package enum SealedDraftForm {
    package static let purpose = "earshot draft 1"

    package static func owner(_ concern: ConcernID, _ author: String) -> String { "\(concern) \(author)" }
}
