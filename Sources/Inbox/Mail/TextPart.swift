/// The text of one part, decoded.
struct TextPart {
    let text: String
    let charset: String
    /// Of the decoded bytes, so far as they were read.
    let byteCount: Int
    private(set) var doubts: [String] = []
    /// What was mended, each as the end of a sentence.
    private(set) var repairs: [String] = []
    /// Files written into the text.
    private(set) var attachments: [InboxAttachment] = []

    /// - Parameter most: how many bytes of text are read.
    init(_ part: MailPart, isHTML: Bool, atMost most: Int) {
        let (decoded, repair, doubt) = Self.decoded(part)
        let inline = InlineFiles(decoded)
        attachments = inline.attachments
        let bytes = inline.text.prefix(max(most, 0))
        byteCount = bytes.count
        if let doubt { doubts.append(doubt) }
        if let repair { repairs.append(repair) }
        if bytes.count < inline.text.count { doubts.append(Doubt.overlong) }
        let read = DecodedText(bytes, label: part.type["charset"] ?? (isHTML ? Self.htmlCharset(bytes) : nil))
        charset = read.charset
        if let doubt = read.doubt { doubts.append(doubt) }
        if let repair = read.repair { repairs.append(repair) }
        if read.hadDirectionMarks { repairs.append(Doubt.directionMarks) }
        var text = read.text
        if isHTML {
            text = HTMLText.text(of: text)
        } else if part.type["format"]?.lowercased() == "flowed" {
            text = FlowedText.unwrapped(text, deletesSpace: part.type["delsp"]?.lowercased() == "yes")
        }
        if ArmouredText.isEncrypted(text) { doubts.append(Doubt.encrypted) }
        self.text = ArmouredText.withoutSignature(text)
    }

    /// The bytes without their transfer encoding, where that is safe also when it is wrongly stated.
    private static func decoded(_ part: MailPart) -> (bytes: ArraySlice<UInt8>, repair: String?, doubt: String?) {
        switch part.encoding {
        case .base64:
            guard let coded = Base64.coded(in: part.body) else {
                return (part.body, "they do not travel in base64 as it says", nil)
            }
            return (Base64.decoded(coded)[...], nil, nil)
        case let encoding?:
            return (encoding.decode(part.body), nil, nil)
        case nil where isProse(part.body):
            return (part.body, "how they travel is wrongly stated", nil)
        case nil:
            return ([], nil, "It travels in an encoding that is not read here. Look at the source.")
        }
    }

    /// Words have blanks between them, which no encoding that packs bytes has.
    private static func isProse(_ body: ArraySlice<UInt8>) -> Bool {
        let start = body.trimmed.prefix(2000)
        return start.count { $0 == 0x20 } * 20 >= start.count && !start.contains { $0 < 0x09 }
    }

    /// What `<meta charset=…>` says, for parts whose field says nothing.
    private static func htmlCharset(_ bytes: ArraySlice<UInt8>) -> String? {
        let start = bytes.prefix(1024).map(\.lowercasedASCII)[...]
        guard start.place(of: Array("<meta".utf8)) != nil, let mark = start.place(of: Array("charset=".utf8)) else {
            return nil
        }
        let value = start[(mark + 8)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let name = value.prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return String(decoding: name, as: UTF8.self)
    }
}
