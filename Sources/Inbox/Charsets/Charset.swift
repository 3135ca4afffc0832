/// A charset: those of most mail are read here, the rest by the C library's `iconv`.
enum Charset: Hashable {
    case usASCII
    case utf8
    case latin1
    case latin9
    case windows1252
    case utf16
    case utf16LittleEndian
    case utf16BigEndian
    case utf32(isLittle: Bool)
    case foreign(ForeignCharset)

    /// Nil when the label has not the shape of a charset's name; whether `iconv` knows it shows when it is asked.
    ///
    /// - Parameter label: as mail states it, in any case and under the names that mail programs use.
    init?(label: String) {
        switch label.isLowercaseASCII ? label : label.lowercased() {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "utf8mb4": self = .utf8
        case "us-ascii", "ascii", "us", "iso646-us", "ansi_x3.4-1968": self = .usASCII
        case "iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "iso88591", "l1", "latin-1": self = .latin1
        case "iso-8859-15", "latin9", "latin-9", "iso8859-15", "iso_8859-15": self = .latin9
        case "windows-1252", "cp1252", "cp-1252", "win-1252", "windows1252", "x-cp1252": self = .windows1252
        case "utf-16", "utf16": self = .utf16
        case "utf-16le", "ucs-2le", "utf16le": self = .utf16LittleEndian
        case "utf-16be", "utf16be": self = .utf16BigEndian
        case let name:
            guard let foreign = ForeignCharset(label: name) else { return nil }
            self = .foreign(foreign)
        }
    }

    /// As it is shown, such as `utf-8`.
    var name: String {
        switch self {
        case .usASCII: "us-ascii"
        case .utf8: "utf-8"
        case .latin1: "iso-8859-1"
        case .latin9: "iso-8859-15"
        case .windows1252: "windows-1252"
        case .utf16, .utf16LittleEndian, .utf16BigEndian: "utf-16"
        case .utf32: "utf-32"
        case .foreign(let charset): CharsetLabel.shown(charset.label)
        }
    }

    /// Whether each byte is a letter, so that chance does not make valid UTF-8 of its text.
    var isOneByte: Bool {
        switch self {
        case .latin1, .latin9, .windows1252: true
        case .foreign(let charset): charset.isOneByte
        case .usASCII, .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32: false
        }
    }

    /// Whether plain ASCII text is the same in it.
    var holdsASCII: Bool {
        switch self {
        case .usASCII, .utf8, .latin1, .latin9, .windows1252: true
        case .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32: false
        case .foreign(let charset): charset.holdsASCII
        }
    }

    /// The text in UTF-8, or nil when the bytes cannot be of this charset.
    func utf8(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        switch self {
        case .usASCII, .utf8: return bytes
        case .latin1, .windows1252: return OneByteLetters.windows1252.utf8(of: bytes)
        case .latin9: return OneByteLetters.latin9.utf8(of: bytes)
        case .utf16: return (Self.wide(of: bytes) ?? .utf16BigEndian).utf8(of: bytes)
        case .utf16LittleEndian, .utf16BigEndian: return Self.wide(bytes, isLittle: self == .utf16LittleEndian)
        case .utf32(let isLittle): return WideText.utf8(of: bytes, .utf32(isLittle: isLittle))[...]
        case .foreign(let charset):
            guard let decoded = charset.utf8(of: bytes), decoded.isWhole else { return nil }
            return decoded.bytes[...]
        }
    }

    /// The byte order of UTF-16 or UTF-32, by its mark or its bytes; nil when it is neither.
    static func wide(of bytes: ArraySlice<UInt8>) -> Charset? {
        switch WideText.Form(of: bytes) {
        case .utf16(let isLittle): isLittle ? .utf16LittleEndian : .utf16BigEndian
        case .utf32(let isLittle): .utf32(isLittle: isLittle)
        case nil: nil
        }
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> ArraySlice<UInt8>? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let start = bytes.startIndex
        let units = (0..<bytes.count / 2).map { place in
            let (one, other) = (UInt16(bytes[start + 2 * place]), UInt16(bytes[start + 2 * place + 1]))
            return isLittle ? other << 8 | one : one << 8 | other
        }
        return String(validating: units, as: UTF16.self).map { Array($0.utf8)[...] }
    }
}

extension String {
    fileprivate var isLowercaseASCII: Bool { utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
}
