package import Concerns
internal import Crypto
package import Foundation

/// Closes what someone told us, so that only a signed-in moderator can read it.
///
/// Each concern has a key of its own, sealed to the moderators' team key; erasing that key erases the words from disk and
/// from every backup, which deleting in SQLite does not (`Decisions/2026-11-24-a-key-for-each-concern.md`).
package struct Sealer: Sendable {
    private let teamKey: TeamPublicKey

    package init(teamKey: TeamPublicKey) { self.teamKey = teamKey }

    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    package func seal(_ told: Told, of concern: ConcernID) throws -> SealedOriginal {
        let key = SymmetricKey(size: .bits256)
        let plain = try JSONEncoder().encode(SealedForm(told))
        let box = try AES.GCM.seal(
            SizeClass.padded(plain), using: key, authenticating: Data(SealedForm.purpose(concern).utf8))
        let sealedKey = try Envelope.seal(
            key.withUnsafeBytes { Data($0) }, to: teamKey.key, purpose: SealedForm.keyPurpose,
            owner: concern.description)
        return SealedOriginal(words: box.nonce.withUnsafeBytes { Data($0) } + box.ciphertext + box.tag, key: sealedKey)
    }
}

/// A closed original and the sealed key that opens it; neither is of use without the team's private key.
package struct SealedOriginal: Hashable, Sendable {
    /// AES-256-GCM: nonce, ciphertext of a size class, tag.
    package let words: Data
    /// The concern's own key in an ``Envelope`` for the team.
    package let key: Data

    package init(words: Data, key: Data) {
        self.words = words
        self.key = key
    }
}

/// How an original looks inside its seal.
package struct SealedForm: Codable {
    package static let keyPurpose = "earshot concern key 1"

    package static func purpose(_ concern: ConcernID) -> String { "earshot original 1 \(concern)" }

    private let words: String
    private let council: String?
    private let areas: [JudgementArea]
    private let ageBand: AgeBand?
    private let language: String?

    package init(_ told: Told) {
        words = told.original.words
        council = told.councilTyped
        areas = told.areas
        ageBand = told.ageBand
        language = told.language
    }

    package var told: Told {
        Told(Original(words), councilTyped: council, areas: areas, ageBand: ageBand, language: language)
    }
}
