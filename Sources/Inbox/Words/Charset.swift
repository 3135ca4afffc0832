/// The charsets whose bytes we turn into letters; mail in any other goes to a person rather than through a guess.
enum Charset: String {
    case usASCII = "us-ascii"
    case utf8 = "utf-8"
    case latin1 = "iso-8859-1"
    case latin9 = "iso-8859-15"
    case windows1252 = "windows-1252"
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// - Parameter label: as mail states it, in any case and under the names that mail programs use.
    init?(label: String) {
        switch label.lowercased() {
        case "ascii", "us", "iso646-us", "ansi_x3.4-1968": self = .usASCII
        case "utf8", "unicode-1-1-utf-8": self = .utf8
        case "latin1", "iso8859-1", "iso_8859-1", "iso88591", "l1": self = .latin1
        case "latin9", "latin-9", "iso8859-15", "iso_8859-15": self = .latin9
        case "cp1252", "cp-1252", "win-1252", "windows1252", "x-cp1252": self = .windows1252
        case "utf16": self = .utf16
        case "ucs-2le", "utf16le": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case let name: self.init(rawValue: name)
        }
    }

    var isOneByte: Bool { self == .latin1 || self == .latin9 || self == .windows1252 }

    /// The text, or nil when the bytes cannot be of this charset.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .usASCII: bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .latin1, .windows1252: Self.oneByte(bytes) { Self.windowsMarks[$0] }
        case .latin9: Self.oneByte(bytes) { Self.latin9Letters[$0] ?? Self.windowsMarks[$0] }
        case .utf16: Self.utf16(of: bytes).flatMap { $0.decode(bytes) }
        case .utf16LittleEndian: Self.wide(bytes) { UInt16($1) << 8 | UInt16($0) }
        case .utf16BigEndian: Self.wide(bytes) { UInt16($0) << 8 | UInt16($1) }
        }
    }

    /// The byte order of UTF-16: by its mark, or because every other byte of Western text is zero; nil when neither.
    static func utf16(of bytes: ArraySlice<UInt8>) -> Charset? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let start = bytes.prefix(512)
        guard start.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (place, byte) in start.enumerated() where byte == 0 {
            if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.even == 0, zeros.odd * 3 > start.count { return .utf16LittleEndian }
        if zeros.odd == 0, zeros.even * 3 > start.count { return .utf16BigEndian }
        return nil
    }

    private static func oneByte(_ bytes: ArraySlice<UInt8>, _ letter: (UInt8) -> Unicode.Scalar?) -> String? {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            if let scalar = letter(byte) {
                text.append(scalar)
            } else if (0x80..<0xA0).contains(byte) {
                return nil
            } else {
                text.append(Unicode.Scalar(byte))
            }
        }
        return String(text)
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> String? {
        var units: [UInt16] = []
        var rest = bytes
        while let one = rest.popFirst() {
            guard let other = rest.popFirst() else { return nil }
            units.append(unit(one, other))
        }
        if units.first == 0xFEFF { units.removeFirst() }
        return String(validating: units, as: UTF16.self)
    }

    /// 0x80 to 0x9F in windows-1252.
    ///
    /// Mail that says iso-8859-1 means these too: there are only controls in their place.
    private static let windowsMarks: [UInt8: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰",
        0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•",
        0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
    private static let latin9Letters: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
}
