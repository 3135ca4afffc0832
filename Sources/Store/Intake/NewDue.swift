package import Foundation

/// By when a concern should be decided, sealed; the store cannot tell one from another.
package struct NewDue: Hashable, Sendable {
    /// 16 random bytes: the name of the key that closes it.
    package let keyID: Data
    /// That key, sealed to the moderators; kept once.
    package let sealedKey: Data
    /// 36 bytes.
    package let sealed: Data

    package init(keyID: Data, sealedKey: Data, sealed: Data) {
        self.keyID = keyID
        self.sealedKey = sealedKey
        self.sealed = sealed
    }
}
