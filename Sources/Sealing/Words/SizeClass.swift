package import Foundation

/// Padding to one of few sizes, so that what is kept does not tell how much a young person wrote.
///
/// Shape: four bytes of length, most significant first; the bytes; zeros up to 1, 4, 16, 64 or 256 KiB.
package enum SizeClass {
    static let sizes = [1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18]
    /// The source of a message that nobody could read may be larger than any words: up to 1, 4, 8, 16 or 32
    /// MiB, as long as any mail is read (a photograph alone has some).
    static let sourceSizes = sizes + [20, 22, 23, 24, 25].map { 1 << $0 }
    /// So much of a source can be sealed.
    package static let mostSourceBytes = (1 << 25) - 4

    /// - Throws: ``TooLongToSeal`` above the largest class.
    package static func padded(_ bytes: Data) throws(TooLongToSeal) -> Data { try padded(bytes, to: sizes) }

    /// The same with room for a source as it came.
    ///
    /// - Throws: ``TooLongToSeal`` above ``mostSourceBytes``.
    package static func paddedSource(_ bytes: Data) throws(TooLongToSeal) -> Data {
        try padded(bytes, to: sourceSizes)
    }

    private static func padded(_ bytes: Data, to sizes: [Int]) throws(TooLongToSeal) -> Data {
        let needed = bytes.count + 4
        guard let size = sizes.first(where: { $0 >= needed }) else { throw TooLongToSeal(byteCount: bytes.count) }
        var padded = Data(capacity: size)
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { padded.append(contentsOf: $0) }
        padded.append(bytes)
        padded.append(Data(count: size - needed))
        return padded
    }

    /// The bytes that were padded, or nil when `padded` was not made by ``padded(_:)``.
    package static func unpadded(_ padded: Data) -> Data? {
        guard padded.count >= 4 else { return nil }
        let count = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard count <= padded.count - 4 else { return nil }
        return Data(padded.dropFirst(4).prefix(count))
    }
}

/// Words longer than the largest size class; the forms refuse them long before.
package struct TooLongToSeal: Error, Equatable, CustomStringConvertible {
    package let byteCount: Int

    package var description: String { "These \(byteCount) bytes are too long to seal. Send them in parts." }
}
