/// Text of an unknown sender, with what a reader would not see made visible, so that none of it can mislead.
enum SeenText {
    /// Words to be read: what turns letters about and what controls a terminal is shown by its number, all else is left.
    ///
    /// Joiners stay, as Persian words and many emoji are written with them, and so do the marks for right and left.
    static func words(_ text: String) -> String {
        var seen = ""
        for scalar in text.unicodeScalars {
            append(scalar, to: &seen) { $0.isControl || $0.turnsLettersAbout }
        }
        return seen
    }

    /// Bytes as they came: as UTF-8, each byte that is none by its number, and every unseen character by its own; line ends
    /// alone are left.
    static func source(_ bytes: some Collection<UInt8>) -> String {
        var text = ""
        var rest = bytes[...]
        while true {
            var parser = Unicode.UTF8.ForwardParser()
            var ahead = rest.makeIterator()
            switch parser.parseScalar(from: &ahead) {
            case .emptyInput: return text
            case .valid(let encoded):
                rest = rest.dropFirst(encoded.count)
                let scalar = Unicode.UTF8.decode(encoded)
                let endsLine = scalar == "\r" && rest.first == UInt8(ascii: "\n")
                if !endsLine { append(scalar, to: &text) { $0.isControl || $0.isUnseen } }
            case .error(let count):
                for byte in rest.prefix(max(1, count)) { text += "‹\(hex(UInt32(byte), digits: 2))›" }
                rest = rest.dropFirst(max(1, count))
            }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String, isShown: (Unicode.Scalar) -> Bool) {
        if scalar == "\n" || scalar == "\t" || !isShown(scalar) {
            text.unicodeScalars.append(scalar)
        } else if let picture = scalar.controlPicture {
            text.unicodeScalars.append(picture)
        } else {
            text += "‹U+\(hex(scalar.value, digits: 4))›"
        }
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }

    /// The embeddings, overrides and isolates, by which text can be made to read as what it is not.
    fileprivate var turnsLettersAbout: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    fileprivate var isUnseen: Bool {
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
    }

    /// The sign for a control character, such as ␀.
    fileprivate var controlPicture: Unicode.Scalar? {
        switch value {
        case 0..<0x20: Unicode.Scalar(0x2400 + value)
        case 0x7F: "␡"
        default: nil
        }
    }
}
