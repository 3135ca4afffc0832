/// How the bytes of a part travel (RFC 2045).
enum TransferEncoding {
    case asTheyAre
    case quotedPrintable
    case base64

    /// Nil when it is one that we do not read.
    init?(label: String?) {
        switch label.map({ $0.prefix { !$0.isWhitespace && $0 != ";" } }) {
        case nil, "", "7bit", "8bit", "binary", "7-bit", "8-bit": self = .asTheyAre
        case "quoted-printable": self = .quotedPrintable
        case "base64": self = .base64
        default: return nil
        }
    }

    func decode(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch self {
        case .asTheyAre: body
        case .quotedPrintable: Self.quotedPrintable(body)[...]
        case .base64: Self.base64(body)[...]
        }
    }

    /// A broken escape stays as it stands.
    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(body.count)
        let lines = body.lines
        for (number, line) in lines.enumerated() {
            // Blanks at a line's end were added on the way.
            var content = line[...(line.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? line.startIndex - 1)]
            let isSoft = content.last == UInt8(ascii: "=")
            if isSoft { content = content.dropLast() }
            decoded += hexDecoded(content, escape: UInt8(ascii: "="))
            if !isSoft, number < lines.count - 1 { decoded.append(0x0A) }
        }
        return decoded
    }

    /// The bytes with each `escape` and two hexadecimal digits made one byte.
    static func hexDecoded(_ bytes: ArraySlice<UInt8>, escape: UInt8) -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == escape, let high = rest.first?.hexDigit, let low = rest.dropFirst().first?.hexDigit {
                decoded.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }

    /// Foreign bytes are passed over, as RFC 2045 asks; padding ends a group but not the text.
    static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count * 3 / 4)
        var (group, bits) = (UInt32(0), 0)
        for byte in bytes {
            if byte == UInt8(ascii: "=") { (group, bits) = (0, 0) }
            guard let value = base64Digit(byte) else { continue }
            group = (group << 6 | UInt32(value)) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                decoded.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            }
        }
        return decoded
    }

    private static func base64Digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
