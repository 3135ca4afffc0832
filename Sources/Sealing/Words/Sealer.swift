package import Concerns
internal import Crypto
package import Foundation

/// Closes what someone told us, so that only a signed-in moderator can read it.
///
/// Each concern has a key of its own, sealed to the moderators' team key; erasing that key erases the words from disk and
/// from every backup, which deleting in SQLite does not (`Decisions/2026-11-24-a-key-for-each-concern.md`).
package struct Sealer: Sendable {
    let teamKey: TeamPublicKey

    package init(teamKey: TeamPublicKey) { self.teamKey = teamKey }

    /// - Throws: ``TooLongToSeal``, or a CryptoKit error when the machine's random source fails.
    package func seal(_ told: Told, of concern: ConcernID) throws -> SealedOriginal {
        try seal(SizeClass.padded(SealedForm(told).encoded), SealedForm.purpose(concern)) { key in
            try Envelope.seal(key, to: teamKey.key, purpose: SealedForm.keyPurpose, owner: concern.description)
        }
    }

    /// The same for one of many that are stored together; see ``SharedEnvelope``.
    ///
    /// - Throws: as ``seal(_:of:)``.
    package func seal(_ told: Told, of concern: ConcernID, in envelopes: SharedEnvelope) throws -> SealedOriginal {
        try seal(SizeClass.padded(SealedForm(told).encoded), SealedForm.purpose(concern)) { key in
            try envelopes.seal(key, owner: concern.description)
        }
    }

    /// Closes the source of a message that a person must look at, as it came.
    ///
    /// - Throws: ``TooLongToSeal`` above ``SizeClass/mostSourceBytes``; else as ``seal(_:of:)``.
    package func seal(source: Data, of quarantined: ConcernID) throws -> SealedOriginal {
        try seal(SizeClass.paddedSource(source), SealedSource.purpose(quarantined)) { key in
            try Envelope.seal(key, to: teamKey.key, purpose: SealedSource.keyPurpose, owner: quarantined.description)
        }
    }

    /// An envelope for the keys of concerns that are stored together.
    ///
    /// - Throws: a CryptoKit error when the machine's random source fails.
    package func sharedEnvelope() throws -> SharedEnvelope {
        try SharedEnvelope(to: teamKey.key, purpose: SealedForm.sharedKeyPurpose)
    }

    private func seal(
        _ padded: Data, _ purpose: String, sealingKey: (Data) throws -> Data
    ) throws -> SealedOriginal {
        let key = SymmetricKey(size: .bits256)
        let box = try AES.GCM.seal(padded, using: key, authenticating: Data(purpose.utf8))
        let sealedKey = try sealingKey(key.withUnsafeBytes { Data($0) })
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
