/// Text made from bytes, with the charset that was used and a doubt where a person must look.
struct DecodedText {
    /// With `\n` line ends and without control characters.
    let text: String
    let charset: String
    /// Why the text may not be what was written; nil when it is.
    let doubt: String?

    /// - Parameter label: what the mail says of the charset; nil when it says nothing.
    init(_ bytes: ArraySlice<UInt8>, label: String?) {
        let label = label.flatMap { $0.isEmpty ? nil : $0 }
        let named = label.flatMap { Charset(label: $0) }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let bytes = hasMark ? bytes.dropFirst(3) : bytes
        if let label, named == nil {
            self.init(bytes, inUnknown: label)
        } else if let wide = Charset.utf16(of: bytes), named == nil || named == .utf16, let text = wide.decode(bytes) {
            self.init(text, Charset.utf16.rawValue)
        } else if named == nil || named == .usASCII || named == .utf8 {
            self.init(bytes, inUTF8: named == .utf8 || hasMark)
        } else if let named, named.isOneByte, bytes.contains(where: { $0 >= 0x80 }),
            let text = Charset.utf8.decode(bytes)
        {
            // Written in UTF-8 under another label: chance does not make valid UTF-8 out of Western letters.
            self.init(text, Charset.utf8.rawValue)
        } else if let named, let text = named.decode(bytes) {
            self.init(text, named.rawValue)
        } else {
            let label = Self.shown(label ?? "")
            self.init(
                String(decoding: bytes, as: UTF8.self), label,
                doubt: "It says that it is in \(label), but it is not. Look at the source.")
        }
    }

    private init(_ text: String, _ charset: String, doubt: String? = nil) {
        self.text = Self.cleaned(text)
        self.charset = charset
        self.doubt = doubt
    }

    /// Most charsets hold ASCII; those that switch between alphabets by it do not.
    private init(_ bytes: ArraySlice<UInt8>, inUnknown label: String) {
        let switches = ["utf-7", "iso-2022", "hz", "utf-32", "ebcdic"].contains(where: label.lowercased().hasPrefix)
        let label = Self.shown(label)
        if !switches, !bytes.contains(0x1B), let text = Charset.usASCII.decode(bytes) {
            self.init(text, label)
        } else {
            self.init("", label, doubt: "It is in the charset \(label), which is not read here. Look at the source.")
        }
    }

    private init(_ bytes: ArraySlice<UInt8>, inUTF8 isStated: Bool) {
        if let text = Charset.usASCII.decode(bytes) {
            self.init(text, (isStated ? Charset.utf8 : .usASCII).rawValue)
        } else if let text = Charset.utf8.decode(bytes) {
            self.init(text, Charset.utf8.rawValue)
        } else if let text = Self.withoutCutLetter(bytes).flatMap(Charset.utf8.decode),
            isStated || text.utf8.contains(where: { $0 >= 0x80 })
        {
            // Without a label, only a whole letter of UTF-8 above tells a cut one from a last letter of windows-1252.
            self.init(text, Charset.utf8.rawValue, doubt: "Its last letter is cut off. Look at the source.")
        } else if !isStated, let text = Charset.windows1252.decode(bytes) {
            let isEnglish = bytes.allSatisfy { $0 < 0x80 || Self.englishMarks.contains($0) }
            self.init(
                text, Charset.windows1252.rawValue,
                doubt: isEnglish ? nil : "It does not say its charset, and its letters are a guess. Look at the source."
            )
        } else {
            self.init(
                String(decoding: bytes, as: UTF8.self), Charset.utf8.rawValue,
                doubt: "Some of its letters cannot be decoded. Look at the source.")
        }
    }

    /// €, …, quotes, dashes, space, £, °, ½ and é of windows-1252: what English text holds beside ASCII.
    ///
    /// Bytes of other alphabets look like Western letters too, so more is not guessed.
    private static let englishMarks: Set<UInt8> = [
        0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xA3, 0xB0, 0xBD, 0xE9,
    ]

    /// What stands above a last letter of which the end is missing, as in a mail cut off in transit; nil when the
    /// bytes end otherwise.
    private static func withoutCutLetter(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        // The line end after a cut letter is the file's own.
        let end = (bytes.lastIndex { !$0.isASCIISpace } ?? bytes.startIndex) + 1
        let written = bytes[..<min(end, bytes.endIndex)]
        guard let lead = written.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return nil }
        let needed = written[lead] >= 0xF0 ? 4 : written[lead] >= 0xE0 ? 3 : 2
        let isCut = written.endIndex - lead < needed && written[(lead + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
        return isCut ? written[..<lead] : nil
    }

    private static let families = [
        "iso-", "iso_", "windows-", "cp", "koi8", "utf-", "gb", "big5", "euc-", "shift", "mac", "ibm", "hz", "tis",
        "us-ascii", "x-mac", "viscii", "johab", "ks_c", "unicode",
    ]

    /// A label is the sender's and could hold any words; only what looks like a charset's name is shown.
    private static func shown(_ label: String) -> String {
        let label = label.lowercased()
        let isName =
            label.utf8.count <= 20 && families.contains(where: label.hasPrefix)
            && label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_".utf8.contains($0) }
        return isName ? label : "unknown"
    }

    private static func cleaned(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r", "\u{2028}", "\u{2029}": cleaned.append("\n")
            case "\n" where previous == "\r": break
            case "\n", "\t": cleaned.append(scalar)
            case "\u{FEFF}", "\u{0}"..<" ", "\u{7F}": break
            default: cleaned.append(scalar)
            }
            previous = scalar
        }
        return String(cleaned)
    }
}
