import Concerns
import Sealing
import Synchronization

/// Hands out an envelope to share until enough concerns have, then makes the next.
final class SharedEnvelopes: Sendable {
    private let sealer: Sealer
    private let sealedTogether: Int
    private let current = Mutex<(envelope: SharedEnvelope, left: Int)?>(nil)

    init(of sealer: Sealer, sealedTogether: Int) {
        self.sealer = sealer
        self.sealedTogether = sealedTogether
    }

    /// - Throws: as `Sealer`.
    func seal(_ told: Told, of concern: ConcernID) throws -> SealedOriginal {
        guard sealedTogether > 1 else { return try sealer.seal(told, of: concern) }
        return try sealer.seal(told, of: concern, in: try next())
    }

    private func next() throws -> SharedEnvelope {
        try current.withLock { current in
            if let (envelope, left) = current, left > 0 {
                current = (envelope, left - 1)
                return envelope
            }
            let envelope = try sealer.sharedEnvelope()
            current = (envelope, sealedTogether - 1)
            return envelope
        }
    }
}
