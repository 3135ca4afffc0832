/// The 32 bytes that decide a draw, so that it can be repeated and checked.
///
/// Whoever draws cannot choose them: the caller derives them by HMAC from the case's id and a value sealed beforehand
/// (T15).
package struct DrawSeed: Hashable, Sendable {
    package let bytes: [UInt8]

    /// - Throws: ``NotADrawSeed`` unless there are 32 bytes.
    package init(_ bytes: some Sequence<UInt8>) throws(NotADrawSeed) {
        let bytes = Array(bytes)
        guard bytes.count == 32 else { throw NotADrawSeed(count: bytes.count) }
        self.bytes = bytes
    }

    package var hex: String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

/// Bytes that are too few or too many to be a seed.
package struct NotADrawSeed: Error, Equatable, CustomStringConvertible {
    package let count: Int

    package init(count: Int) { self.count = count }

    package var description: String { "A draw needs 32 bytes, not \(count). Derive them with HMAC-SHA256." }
}
