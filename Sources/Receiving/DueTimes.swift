package import Concerns
package import Foundation
package import Sealing
package import Store
package import Triage

/// Says by when what arrives should be decided, and closes that at once.
package struct DueTimes: Sendable {
    package let targets: QueueTargets
    private let sealer: DueSealer

    /// - Parameter sealer: one for the whole program, so that its key tells nothing but the run.
    package init(targets: QueueTargets, sealer: DueSealer) {
        self.targets = targets
        self.sealer = sealer
    }

    /// The name of the key that closes them.
    package var keyID: Data { sealer.keyID }

    /// - Parameter now: when it came, in seconds since 1970: for mail and letters the import, whatever date they bear.
    /// - Throws: a CryptoKit error when the machine's random source fails.
    package func due(of concern: ConcernID, _ urgency: Urgency, atSecond now: Int) throws -> NewDue {
        try seal(DueMinute(ofSecond: now) + targets[urgency], of: concern)
    }

    /// Closes a due time that is known.
    ///
    /// - Throws: as ``due(of:_:atSecond:)``.
    package func seal(_ due: DueMinute, of concern: ConcernID) throws -> NewDue {
        NewDue(keyID: sealer.keyID, sealedKey: sealer.sealedKey, sealed: try sealer.seal(due, of: concern))
    }
}
