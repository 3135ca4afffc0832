import Foundation

/// How the bytes of a part travel (RFC 2045).
enum TransferEncoding {
    case asTheyAre
    case quotedPrintable
    case base64
    case uuencode

    /// Nil when it is one that we do not read.
    ///
    /// - Parameter label: in lower case; nil when the mail states none.
    init?(label: String?) {
        switch label?.prefix(while: { !$0.isWhitespace && $0 != ";" && $0 != "(" }) {
        case nil, "", "7bit", "8bit", "binary", "7-bit", "8-bit", "8": self = .asTheyAre
        case "quoted-printable", "quoted_printable", "quotedprintable": self = .quotedPrintable
        case "base64", "base-64": self = .base64
        case "x-uuencode", "x-uue", "uuencode", "uue": self = .uuencode
        default: return nil
        }
    }

    func decode(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch self {
        case .asTheyAre, .uuencode: body
        case .quotedPrintable: Self.quotedPrintable(body)
        case .base64: Base64.decoded(body)[...]
        }
    }

    /// How many bytes a body has once decoded, near enough to be noted.
    func decodedCount(_ body: ArraySlice<UInt8>) -> Int {
        switch self {
        case .asTheyAre: body.count
        case .quotedPrintable: body.count - 3 * body.count { $0 == UInt8(ascii: "=") } + body.count / 76
        case .base64: Base64.decodedCount(body)
        case .uuencode: body.count * 45 / 62
        }
    }

    /// A broken escape stays as it stands.
    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(body.count)
        var start = body.startIndex
        while start < body.endIndex {
            let lineEnd = body[start...].place(of: 0x0A)
            // Blanks at a line's end were added on the way.
            var end = lineEnd ?? body.endIndex
            while end > start, body[end - 1] == 0x20 || body[end - 1] == 0x09 { end -= 1 }
            let isSoft = end > start && body[end - 1] == UInt8(ascii: "=")
            appendHexDecoded(body[start..<(isSoft ? end - 1 : end)], escape: UInt8(ascii: "="), to: &decoded)
            if !isSoft, lineEnd != nil { decoded.append(0x0A) }
            start = lineEnd.map { $0 + 1 } ?? body.endIndex
        }
        return decoded[...]
    }

    /// The bytes with each `escape` and two hexadecimal digits made one byte.
    static func hexDecoded(_ bytes: ArraySlice<UInt8>, escape: UInt8) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        appendHexDecoded(bytes, escape: escape, to: &decoded)
        return decoded
    }

    private static func appendHexDecoded(_ bytes: ArraySlice<UInt8>, escape: UInt8, to decoded: inout [UInt8]) {
        var rest = bytes
        while let place = rest.place(of: escape) {
            decoded += rest[..<place]
            if place + 2 < rest.endIndex, let high = rest[place + 1].hexDigit, let low = rest[place + 2].hexDigit {
                decoded.append(high << 4 | low)
                rest = rest[(place + 3)...]
            } else {
                decoded.append(escape)
                rest = rest[(place + 1)...]
            }
        }
        decoded += rest
    }
}
