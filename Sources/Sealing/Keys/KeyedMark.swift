internal import Crypto
package import Foundation

/// A keyed hash: tells that two things are the same, and nothing else, to whoever has the key (HMAC, RFC 2104).
package enum KeyedMark {
    /// - Returns: 32 bytes.
    package static func of(_ bytes: Data, key: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }
}
