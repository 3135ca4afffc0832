import CZlib

/// A picture in black and white as the bytes of a PNG file; the same picture always gives the same bytes.
///
/// W3C Portable Network Graphics, third edition: greyscale of one bit, where 0 is black.
package struct PNG: Hashable, Sendable {
    /// The quiet zone that readers of QR codes need around them, in modules (ISO/IEC 18004, 6.3.8).
    package static let quietZone = 4
    /// In pixels; far more than a poster needs, and few enough for any memory.
    package static let longestSide = 4096

    package let bytes: [UInt8]

    /// - Parameters:
    ///   - scale: pixels for each module.
    ///   - quietZone: light modules on each side.
    /// - Throws: ``NoPNG`` when the picture would have no pixel or too many.
    package init(_ bitmap: Bitmap, scale: Int, quietZone: Int = PNG.quietZone) throws(NoPNG) {
        let side = try Self.side(of: bitmap, scale: scale, quietZone: quietZone)
        let header = Self.bigEndian(side) + Self.bigEndian(side) + [1, 0, 0, 0, 0]
        let rows = Self.rows(of: bitmap, side: side, scale: scale, quietZone: quietZone)
        bytes =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + Self.chunk("IHDR", header)
            + Self.chunk("IDAT", try Self.compressed(rows))
            + Self.chunk("IEND", [])
    }

    /// In pixels, with the quiet zone.
    private static func side(of bitmap: Bitmap, scale: Int, quietZone: Int) throws(NoPNG) -> Int {
        let sizes = 0...longestSide
        guard sizes.contains(bitmap.side), sizes.contains(scale), sizes.contains(quietZone) else {
            throw .hasNoSuchSize
        }
        let side = (bitmap.side + 2 * quietZone) * scale
        guard (1...longestSide).contains(side) else { throw .hasNoSuchSize }
        return side
    }

    /// Each row of pixels after the byte that names its filter; eight pixels a byte, the leftmost the highest bit.
    private static func rows(of bitmap: Bitmap, side: Int, scale: Int, quietZone: Int) -> [UInt8] {
        let width = (side + 7) / 8
        // Filter 0 takes the bytes as they are; filter 2 takes what differs from the row above, which is nothing within a module.
        let repeated = [2] + [UInt8](repeating: 0, count: width)
        return (0..<(side / scale)).flatMap { row in
            var pixels = [UInt8](repeating: 0, count: width)
            for x in 0..<side where !bitmap.isDark(row: row - quietZone, column: x / scale - quietZone) {
                pixels[x / 8] |= 0x80 >> UInt8(x % 8)
            }
            return [0] + pixels + (1..<scale).flatMap { _ in repeated }
        }
    }

    private static func compressed(_ bytes: [UInt8]) throws(NoPNG) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        var compressed = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&compressed, &count, bytes, uLong(bytes.count), Z_BEST_COMPRESSION) == Z_OK else {
            throw .hasNoMemory
        }
        return Array(compressed.prefix(Int(count)))
    }

    /// Length, name, content, and the checksum of name and content.
    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + content
        return bigEndian(content.count) + checked + bigEndian(Int(crc32(0, checked, uInt(checked.count))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

/// Why a picture cannot be a PNG file.
package enum NoPNG: Error, Equatable, CustomStringConvertible {
    case hasNoSuchSize
    case hasNoMemory

    package var description: String {
        switch self {
        case .hasNoSuchSize:
            "The picture would not be between 1 and \(PNG.longestSide) pixels wide. Choose another scale or quiet zone."
        case .hasNoMemory: "There was no memory to compress the picture. Try again."
        }
    }
}
