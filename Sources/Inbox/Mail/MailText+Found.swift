extension MailText {
    /// Notes a part that is not among the words, and what can be read in it.
    mutating func noteReadable(_ part: MailPart) {
        note(part.attachment)
        findReadable(part)
    }

    /// Pages, calendars, the texts of programs, and files that hold nothing but text.
    mutating func findReadable(_ part: MailPart) {
        guard also.bytesLeft > 0 else { return }
        guard let encoding = part.encoding else { return also.addRuns(of: part.body) }
        let keyword = part.type.keyword
        if part.kind == .html {
            return also.add(TextPart(part, isHTML: true, atMost: also.bytesLeft).text)
        }
        if keyword.hasPrefix("message/") || keyword == "text/rfc822-headers" {
            let body = encoding.decode(part.body)
            if let title = HeaderFields.split(body).fields[.subject] { also.add(EncodedWords(title).text) }
            return also.add(body)
        }
        if part.kind == .invitation || keyword.hasPrefix("text/") {
            let text = TextPart(part, isHTML: false, atMost: also.bytesLeft).text
            return also.add(part.kind == .invitation ? Self.unfolded(text) : text)
        }
        guard Self.mayBeText(keyword), Self.isText(encoding.decode(part.body.prefix(16_384))) else { return }
        also.add(encoding.decode(part.body))
    }

    /// One byte in ten of a packed file is a control character.
    private static func isText(_ start: ArraySlice<UInt8>) -> Bool {
        let isWide = WideText.Form(of: start) != nil
        let controls = start.count { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1B }
        return DocumentKind(ofMagicIn: Array(start.prefix(16))) == nil && (isWide || controls * 50 <= start.count)
    }

    /// What says it is a signature, but is words.
    mutating func findBesideSignature(_ part: MailPart) {
        guard let encoding = part.encoding else { return also.addRuns(of: part.body) }
        var rest = encoding.decode(part.body)
        while let start = rest.place(of: Self.armourStart) {
            also.add(rest[..<start])
            guard let end = rest[start...].place(of: Self.armourEnd) else { return also.addRuns(of: rest[start...]) }
            rest = rest[rest.afterLine(at: end)...]
        }
        also.addRuns(of: rest)
    }

    private static let armourStart = Array("-----BEGIN PGP ".utf8)
    private static let armourEnd = Array("-----END PGP ".utf8)

    /// Files of programs that send text under a name of their own; pictures and sound hold none.
    private static func mayBeText(_ keyword: String) -> Bool {
        !["image/", "audio/", "video/", "font/", "model/", "chemical/"].contains(where: keyword.hasPrefix)
    }

    /// Lines of a calendar are folded, and a line end in one is written `\n` (RFC 5545, 3.1 and 3.3.11).
    private static func unfolded(_ text: String) -> String {
        text.replacing("\n ", with: "").replacing("\n\t", with: "").replacing("\\n", with: "\n")
            .replacing("\\,", with: ",").replacing("\\;", with: ";")
    }
}
