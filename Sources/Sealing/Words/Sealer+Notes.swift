package import Concerns
package import Foundation

extension DeskNoteKind {
    package var keyPurpose: String { "earshot desk note key 1 \(rawValue)" }

    package func purpose(_ owner: ConcernID) -> String { "earshot desk note 1 \(rawValue) \(owner)" }
}

extension Sealer {
    /// Closes what the desk writes down about a concern, under a key of its own as an original is.
    ///
    /// - Parameter owner: the concern that it is about, or the number of a safeguarding record.
    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    package func seal(_ note: Data, as kind: DeskNoteKind, of owner: ConcernID) throws -> SealedOriginal {
        try seal(SizeClass.padded(note), kind.purpose(owner)) { key in
            try Envelope.seal(key, to: teamKey.key, purpose: kind.keyPurpose, owner: owner.description)
        }
    }
}
