extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
}

/// The bytes with every line end, CRLF or CR, made LF.
func withUnixLines(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
        if byte == 0x0D {
            lines.append(0x0A)
        } else if byte != 0x0A || previous != 0x0D {
            lines.append(byte)
        }
        previous = byte
    }
    return lines
}

extension ArraySlice<UInt8> {
    /// The lines, each without its LF.
    var lines: [ArraySlice<UInt8>] { split(separator: 0x0A, omittingEmptySubsequences: false) }

    /// Without white space at either end.
    var trimmed: ArraySlice<UInt8> {
        let start = drop(while: \.isASCIISpace)
        guard let last = start.lastIndex(where: { !$0.isASCIISpace }) else { return start.prefix(0) }
        return start[...last]
    }
}
