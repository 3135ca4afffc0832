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

    /// What stands in it beside the text: its other reading, and what lies beyond the bytes that are read.
    private(set) var beside: [ArraySlice<UInt8>] = []

    /// - Parameter most: how many bytes of text are read.
    init(_ part: MailPart, isHTML: Bool, atMost most: Int) {
        let travelled = Travelled(part)
        beside = travelled.beside
        let inline = InlineFiles(travelled.bytes)
        attachments = inline.attachments
        let bytes = inline.text.prefix(max(most, 0))
        byteCount = bytes.count
        if let doubt = travelled.doubt { doubts.append(doubt) }
        if let repair = travelled.repair { repairs.append(repair) }
        if bytes.count < inline.text.count {
            doubts.append(Doubt.overlong)
            beside.append(inline.text[bytes.endIndex...].suffix(AlsoFound.mostBytes))
        }
        let label = part.type["charset"] ?? (isHTML ? Self.htmlCharset(bytes) : nil)
        let read = DecodedText(bytes, label: label)
        charset = read.charset
        if let doubt = read.doubt { doubts.append(doubt) }
        if Self.holdsControls(bytes), !read.isWide || label == nil { doubts.append(Doubt.controls) }
        if let repair = read.repair { repairs.append(repair) }
        if read.hadDirectionMarks { repairs.append(Doubt.directionMarks) }
        var text = read.text
        if isHTML {
            text = HTMLText.text(of: text)
        } else if part.type["format"]?.lowercased() == "flowed" {
            text = FlowedText.unwrapped(text, deletesSpace: part.type["delsp"]?.lowercased() == "yes")
        }
        if !travelled.plain.isEmpty {
            let plain = DecodedText(travelled.plain.prefix(max(most - byteCount, 0)), label: read.isWide ? nil : label)
            if let doubt = plain.doubt { doubts.append(doubt) }
            text += (text.hasSuffix("\n") ? "\n" : "\n\n") + plain.text
        }
        if ArmouredText.isEncrypted(text) { doubts.append(Doubt.encrypted) }
        self.text = ArmouredText.withoutSignature(text)
    }

    /// Zeros, or so many other control characters that they stand between the letters.
    private static func holdsControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.place(of: 0) != nil
            || bytes.count { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1B } * 10 > bytes.count
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
