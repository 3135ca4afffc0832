/// Base64 (RFC 2045).
enum Base64 {
    private static let foreign: UInt8 = 0xFF
    private static let padding: UInt8 = 0xFE

    /// The value of each byte as a digit.
    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: foreign, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { digits[Int(byte)] = UInt8(value) }
        digits[Int(UInt8(ascii: "="))] = padding
        return digits
    }()

    /// Foreign bytes are passed over, as RFC 2045 asks; padding ends a group but not the text.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count / 4 * 3 + 3)
        digits.withUnsafeBufferPointer { digits in
            bytes.withUnsafeBufferPointer { bytes in
                var (group, bits) = (UInt32(0), UInt32(0))
                for byte in bytes {
                    let value = digits[Int(byte)]
                    if value < 64 {
                        group = group << 6 | UInt32(value)
                        bits += 6
                        if bits == 24 {
                            decoded.append(UInt8(truncatingIfNeeded: group >> 16))
                            decoded.append(UInt8(truncatingIfNeeded: group >> 8))
                            decoded.append(UInt8(truncatingIfNeeded: group))
                            (group, bits) = (0, 0)
                        }
                    } else if value == padding {
                        append(group, bits, to: &decoded)
                        (group, bits) = (0, 0)
                    }
                }
                append(group, bits, to: &decoded)
            }
        }
        return decoded
    }

    /// The whole bytes of a group that is not full.
    private static func append(_ group: UInt32, _ bits: UInt32, to decoded: inout [UInt8]) {
        if bits >= 12 { decoded.append(UInt8(truncatingIfNeeded: group >> (bits - 8))) }
        if bits == 18 { decoded.append(UInt8(truncatingIfNeeded: group >> 2)) }
    }

    /// How many bytes it decodes to, without doing so.
    static func decodedCount(_ bytes: ArraySlice<UInt8>) -> Int {
        digits.withUnsafeBufferPointer { digits in bytes.count { digits[Int($0)] < 64 } * 3 / 4 }
    }

    /// The lines down to the first that is words, and what stands from there on.
    static func parted(_ bytes: ArraySlice<UInt8>) -> (coded: ArraySlice<UInt8>, plain: ArraySlice<UInt8>) {
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let next = bytes.afterLine(at: place)
            if isPlain(bytes[place..<next]) { return (bytes[..<place], bytes[place...]) }
            place = next
        }
        return (bytes, [])
    }

    /// How many digits, equals signs and other bytes there are, white space aside.
    static func counts(_ bytes: ArraySlice<UInt8>) -> (digits: Int, padding: Int, strange: Int) {
        var counts = (digits: 0, padding: 0, strange: 0)
        digits.withUnsafeBufferPointer { digits in
            for byte in bytes where !byte.isASCIISpace {
                switch digits[Int(byte)] {
                case foreign: counts.strange += 1
                case padding: counts.padding += 1
                default: counts.digits += 1
                }
            }
        }
        return counts
    }

    /// A line with blanks in it, or with more than a stray byte that base64 does not have.
    private static func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
        let trimmed = line.trimmed
        let strange = digits.withUnsafeBufferPointer { digits in
            trimmed.reduce(0) { $0 + (digits[Int($1)] == foreign ? 1 : 0) }
        }
        return strange * 8 > line.count || (strange > 0 && trimmed.place(of: 0x20) != nil)
    }
}
