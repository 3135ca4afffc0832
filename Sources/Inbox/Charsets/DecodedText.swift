/// Text made from bytes, with the charset that was used and a doubt where a person must look.
struct DecodedText {
    let text: String
    let charset: String
    /// Why the text may not be what was written; nil when it is.
    let doubt: String?
    /// What was wrong with the declaration and mended, as the end of a sentence; nil when nothing was.
    private(set) var repair: String?
    private(set) var hadDirectionMarks = false
    /// Whether each letter took two or four bytes, so that zeros among them are none of its own.
    var isWide: Bool { ["utf-16", "utf-32", "ucs-"].contains(where: charset.hasPrefix) }

    /// - Parameter label: what the mail says of the charset; nil when it says nothing.
    init(_ bytes: ArraySlice<UInt8>, label: String?) {
        let hasMark = bytes.starts(with: ByteOrderMark.utf8)
        let bytes = hasMark ? bytes.dropFirst(3) : bytes
        guard let label, !label.isEmpty else {
            self = Self.undeclared(bytes, hasMark: hasMark)
            return
        }
        switch Charset(label: label) {
        case .utf8: self = Self.inUTF8(bytes)
        case .usASCII: self = Self.undeclared(bytes, hasMark: hasMark, isSaidASCII: true)
        case .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32: self = Self.wide(bytes, label: label)
        case nil: self = Self.unknown(bytes, label: label)
        case .some(let charset): self = Self.declared(bytes, charset)
        }
    }

    private init(_ clean: CleanText, _ charset: String, doubt: String? = nil, repair: String? = nil) {
        text = clean.text
        hadDirectionMarks = clean.hadDirectionMarks
        self.charset = charset
        self.doubt = doubt
        self.repair = repair
    }

    /// What can be shown of bytes that cannot be decoded.
    private init(broken bytes: ArraySlice<UInt8>, _ charset: String, doubt: String) {
        let shown = CleanText(utf8: Array(String(decoding: bytes, as: UTF8.self).utf8)[...])
        text = shown?.text ?? ""
        self.charset = charset
        self.doubt = doubt
    }

    private static let mendedToUTF8 = "they are in UTF-8, though it says otherwise"
    private static let cutOff = "Its last letter is cut off. Look at the source."

    private static func declared(_ bytes: ArraySlice<UInt8>, _ charset: Charset) -> DecodedText {
        let clean = CleanText(utf8: bytes)
        if let clean, clean.isASCII, charset.holdsASCII {
            return DecodedText(clean, charset.name)
        }
        // Chance does not make valid UTF-8 out of letters of one byte.
        if let clean, charset.isOneByte || (charset.holdsASCII && hasManyLetters(bytes)) {
            return DecodedText(clean, Charset.utf8.name, repair: mendedToUTF8)
        }
        if let decoded = charset.utf8(of: bytes), let text = CleanText(utf8: decoded) {
            return DecodedText(text, charset.name)
        }
        if let clean, charset.holdsASCII { return DecodedText(clean, Charset.utf8.name, repair: mendedToUTF8) }
        guard case .foreign(let foreign) = charset else { return misdeclared(bytes, label: charset.name) }
        guard let decoded = foreign.utf8(of: bytes) else { return unknown(bytes, label: foreign.label) }
        return DecodedText(
            broken: decoded.bytes[...], charset.name,
            doubt: decoded.isCutOff ? cutOff : "Some of its letters cannot be decoded. Look at the source.")
    }

    /// Letters of two bytes each happen to be valid UTF-8 too, but not ten of them.
    private static func hasManyLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.lazy.filter { $0 >= 0xC2 }.prefix(10).count == 10
    }

    private static func misdeclared(_ bytes: ArraySlice<UInt8>, label: String) -> DecodedText {
        DecodedText(
            broken: bytes, label, doubt: "It says that it is in \(label), but it is not. Look at the source.")
    }

    private static func wide(_ bytes: ArraySlice<UInt8>, label: String) -> DecodedText {
        // Pairs of ASCII letters would come out as Chinese ones.
        if let clean = CleanText(utf8: bytes), bytes.place(of: 0) == nil {
            return DecodedText(
                clean, (clean.isASCII ? Charset.usASCII : .utf8).name, repair: "they are not in UTF-16 as it says")
        }
        let charset = Charset.wide(of: bytes) ?? Charset(label: label) ?? .utf16BigEndian
        if let decoded = charset.utf8(of: bytes), let clean = CleanText(utf8: decoded) {
            return DecodedText(clean, charset.name)
        }
        return misdeclared(bytes, label: Charset.utf16.name)
    }

    /// Most charsets hold ASCII, whatever their name.
    private static func unknown(_ bytes: ArraySlice<UInt8>, label: String) -> DecodedText {
        if let clean = CleanText(utf8: bytes), ForeignCharset(label: label)?.holdsASCII != false,
            bytes.place(of: 0x1B) == nil
        {
            if clean.isASCII { return DecodedText(clean, CharsetLabel.shown(label)) }
            return DecodedText(clean, Charset.utf8.name, repair: mendedToUTF8)
        }
        return DecodedText(
            broken: bytes, CharsetLabel.shown(label),
            doubt: "It is in \(CharsetLabel.named(label)), which is not read here. Look at the source.")
    }

    private static func inUTF8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        if let clean = CleanText(utf8: bytes) { return DecodedText(clean, Charset.utf8.name) }
        if Charset.wide(of: bytes) != nil { return wide(bytes, label: Charset.utf16.name) }
        if let clean = withoutCutLetter(bytes).flatMap(CleanText.init) {
            return DecodedText(clean, Charset.utf8.name, doubt: cutOff)
        }
        return DecodedText(
            broken: bytes, Charset.utf8.name, doubt: "Some of its letters cannot be decoded. Look at the source.")
    }

    private static func undeclared(
        _ bytes: ArraySlice<UInt8>, hasMark: Bool, isSaidASCII: Bool = false
    ) -> DecodedText {
        if hasMark { return inUTF8(bytes) }
        if let wide = Charset.wide(of: bytes), let decoded = wide.utf8(of: bytes), let clean = CleanText(utf8: decoded)
        {
            return DecodedText(clean, wide.name)
        }
        if let clean = CleanText(utf8: bytes) {
            if clean.isASCII { return DecodedText(clean, Charset.usASCII.name) }
            return DecodedText(clean, Charset.utf8.name, repair: isSaidASCII ? mendedToUTF8 : nil)
        }
        // Without a label, only a whole letter of UTF-8 above tells a cut one from a last letter of windows-1252.
        if let clean = withoutCutLetter(bytes).flatMap(CleanText.init), !clean.isASCII {
            return DecodedText(clean, Charset.utf8.name, doubt: cutOff)
        }
        if let decoded = Charset.windows1252.utf8(of: bytes), let clean = CleanText(utf8: decoded) {
            let isEnglish = bytes.allSatisfy { $0 < 0x80 || englishMarks.contains($0) }
            return DecodedText(
                clean, Charset.windows1252.name,
                doubt: isEnglish
                    ? nil : "It does not say its charset, and its letters are a guess. Look at the source.",
                repair: isSaidASCII && isEnglish ? "they are in windows-1252, though it says otherwise" : nil)
        }
        return DecodedText(
            broken: bytes, Charset.utf8.name, doubt: "Some of its letters cannot be decoded. Look at the source.")
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
}
