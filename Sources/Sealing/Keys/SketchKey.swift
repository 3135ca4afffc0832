package import Concerns
internal import Crypto
package import Foundation

/// Keeps sketches of words closed on disk, under a secret outside the database.
///
/// Each concern's sketch lies under a stream of its own (HMAC-SHA-512 of the concern's number), so that without the secret a
/// row is 64 random bytes: it tells nothing of the words, nor that two concerns are alike, not even to someone who sent words
/// of their own to compare with. A number has one sketch for good, and so no stream is used twice. It does not prove that
/// nobody changed a row; a changed one is like nothing.
package struct SketchKey: Sendable {
    /// Of a sketch, open or closed.
    package static let byteCount = 64

    private let stream: SymmetricKey
    /// Two numbers that sketches are drawn with, so that with another secret the same words give an unlike sketch.
    package let seeds: (first: UInt64, second: UInt64)

    /// - Parameter key: 32 unpredictable bytes (``ServiceKeys/sketches``).
    package init(key: Data) {
        let master = SymmetricKey(data: key)
        stream = HKDF<SHA512>.deriveKey(
            inputKeyMaterial: master, info: Data("earshot sketch stream 1".utf8), outputByteCount: Self.byteCount)
        let drawn = HKDF<SHA512>.deriveKey(
            inputKeyMaterial: master, info: Data("earshot sketch seeds 1".utf8), outputByteCount: 16)
        seeds = drawn.withUnsafeBytes { bytes in
            (
                bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
                bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            )
        }
    }

    /// Closes a sketch, or opens a closed one: twice is what it was.
    ///
    /// - Parameter sketch: ``byteCount`` bytes; zeros for words that have none.
    package func closed(_ sketch: some Sequence<UInt8>, of concern: ConcernID) -> Data {
        let stream = HMAC<SHA512>.authenticationCode(for: Data(concern.description.utf8), using: stream)
        return Data(zip(sketch, stream).map { $0 ^ $1 })
    }
}
