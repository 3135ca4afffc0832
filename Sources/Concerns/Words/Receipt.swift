/// The secret that a young person keeps to come back: seven words of 2,048.
///
/// 77 bits: 69 secret ones, then 8 of a checksum (CRC-8, polynomial 0x07) that finds a typing error before anything slow
/// is done. Never stored; only slow derivations of its secret are (`Sealing`).
package struct Receipt: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package static let wordCount = 7
    package static let secretBits = 69

    /// The 69 secret bits, as nine bytes, most significant first, the top three bits zero.
    package let secret: [UInt8]

    /// - Parameter random: at least nine unpredictable bytes; the first nine are used, less their top three bits.
    package init(random: some Collection<UInt8>) {
        var bytes = Array(random.prefix(9))
        while bytes.count < 9 { bytes.append(0) }
        bytes[0] &= 0b0001_1111
        secret = bytes
    }

    /// The numbers of the seven words in the list.
    package var indices: [Int] {
        var bits = secret.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        bits = bits << 8 | UInt128(Self.checksum(of: secret))
        return (0..<Self.wordCount).map {
            Int(truncatingIfNeeded: bits >> UInt128(11 * (Self.wordCount - 1 - $0))) & 2047
        }
    }

    /// The receipt whose words have these numbers, or nil when the checksum says that one is wrong.
    package init?(indices: [Int]) {
        guard indices.count == Self.wordCount, indices.allSatisfy({ (0..<2048).contains($0) }) else { return nil }
        let bits = indices.reduce(UInt128(0)) { $0 << 11 | UInt128($1) }
        let checksum = UInt8(truncatingIfNeeded: bits)
        let value = bits >> 8
        secret = (0..<9).map { UInt8(truncatingIfNeeded: value >> UInt128(8 * (8 - $0))) }
        guard Self.checksum(of: secret) == checksum else { return nil }
    }

    package var description: String { "(receipt withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    private static func checksum(of bytes: [UInt8]) -> UInt8 {
        bytes.reduce(UInt8(0)) { sum, byte in
            (0..<8).reduce(sum ^ byte) { bits, _ in bits & 0x80 == 0 ? bits << 1 : bits << 1 ^ 0x07 }
        }
    }
}
