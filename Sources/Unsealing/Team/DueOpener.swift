package import Concerns
internal import Crypto
package import Foundation
import Sealing

/// Opens due times; the queue holds one as long as a moderator with the team's key is signed in.
package struct DueOpener: Sendable, CustomStringConvertible, CustomReflectable {
    /// A later minute is nobody's, and would be too large to reckon with.
    private static let last = UInt64(1) << 40

    /// By name; nil for a key that the team's key does not open.
    private var keys: [Data: SymmetricKey?] = [:]

    package init() {}

    /// Whether the key of this name was given, be it one that does not open.
    package func knows(_ keyID: Data) -> Bool { keys[keyID] != nil }

    /// Opens further keys.
    ///
    /// - Parameter sealedKeys: by their name.
    package mutating func add(_ sealedKeys: [Data: Data], with teamKey: TeamPrivateKey) {
        for (id, sealed) in sealedKeys where !knows(id) {
            let opened = try? Envelope.open(
                sealed, with: teamKey.key, purpose: SealedDue.keyPurpose, owner: SealedDue.owner(ofKey: id))
            keys.updateValue(opened.map { SymmetricKey(data: $0) }, forKey: id)
        }
    }

    /// - Returns: nil when it is another concern's, was changed, tells no time, or its key is not known.
    package func open(_ sealed: Data, under keyID: Data, of concern: ConcernID) -> DueMinute? {
        guard let key = keys[keyID] ?? nil, let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: SealedDue.owner(of: concern)),
            bytes.count == 8,
            case let number = bytes.reduce(UInt64(0), { $0 << 8 | UInt64($1) }), number <= Self.last
        else { return nil }
        return DueMinute(number: Int(number))
    }

    package var description: String { "(keys withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
