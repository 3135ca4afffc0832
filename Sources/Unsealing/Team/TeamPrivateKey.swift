internal import Crypto
internal import Foundation
package import Sealing

/// The private half of the moderators' key; in memory only while a moderator is signed in.
package struct TeamPrivateKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// 32 bytes from which the key is made again.
    let seed: Data
    let key: XWingMLKEM768X25519.PrivateKey

    /// A new key from the machine's random source.
    package static func generate() throws -> TeamPrivateKey {
        let key = try XWingMLKEM768X25519.PrivateKey.generate()
        return TeamPrivateKey(seed: key.seedRepresentation, key: key)
    }

    private init(seed: Data, key: XWingMLKEM768X25519.PrivateKey) {
        self.seed = seed
        self.key = key
    }

    /// - Throws: ``CannotUnwrap`` when the seed is not 32 bytes.
    init(seed: Data) throws(CannotUnwrap) {
        guard let key = try? XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil) else {
            throw CannotUnwrap()
        }
        self.init(seed: seed, key: key)
    }

    /// - Throws: ``NotATeamKey`` never in practice; the key was made here.
    package var publicKey: TeamPublicKey {
        get throws { try TeamPublicKey(rawRepresentation: key.publicKey.rawRepresentation) }
    }

    package var description: String { "(key withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
