/// What the upper half of a Western charset means.
struct OneByteLetters {
    /// Each byte from 0x80 in UTF-8; empty where the charset has no letter.
    private let letters: [[UInt8]]

    private init(letters: [Unicode.Scalar?]) { self.letters = letters.map { $0.map { Array(String($0).utf8) } ?? [] } }

    func utf8(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                decoded.append(byte)
                continue
            }
            let letter = letters[Int(byte) - 0x80]
            if letter.isEmpty { return nil }
            decoded += letter
        }
        return decoded[...]
    }

    /// Mail that says iso-8859-1 means these too: it has only controls in the place of 0x80 to 0x9F.
    static let windows1252 = OneByteLetters(letters: marks + (UInt8(0xA0)...0xFF).map { Unicode.Scalar($0) })

    static let latin9: OneByteLetters = {
        let others: [UInt8: Unicode.Scalar] = [
            0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
        ]
        return OneByteLetters(letters: marks + (UInt8(0xA0)...0xFF).map { others[$0] ?? Unicode.Scalar($0) })
    }()

    /// 0x80 to 0x9F in windows-1252.
    private static let marks: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
