/// The body of a part that says it travels in base64, which it may say wrongly.
///
/// “Hello” and “Hi” are made of base64’s letters too; taken for it they would come out as rubbish, or as nothing. And what
/// stands in the clear below real base64, such as the footer of a mailing list, is text of the message.
struct Base64Body {
    /// What was decoded, or the body as it stands where it is not base64.
    let decoded: ArraySlice<UInt8>
    /// What stands in the clear below the base64; empty when nothing does.
    let plain: ArraySlice<UInt8>
    let isBase64: Bool
    /// The other way to read a body that is too short to be sure of; empty where there is no doubt.
    let otherwise: ArraySlice<UInt8>

    /// So many digits are hardly a word, and so many none.
    private static let sure = 40
    private static let noWord = 200

    init(_ body: ArraySlice<UInt8>, label: String?) {
        let (coded, plain) = Base64.parted(body)
        let counts = Base64.counts(coded)
        guard counts.digits + counts.padding > 0 || body.isBlank else {
            (self.decoded, self.plain, isBase64, otherwise) = (body, [], false, [])
            return
        }
        let decoded = Base64.decoded(coded)[...]
        let isWhole = (counts.digits + counts.padding).isMultiple(of: 4) || (plain.isBlank && counts.digits >= 8)
        let isLong = counts.digits >= (isWhole && plain.isBlank ? Self.sure / 2 : Self.sure)
        let isSure = isLong && counts.strange == 0 || counts.digits >= Self.noWord
        let isTaken =
            !Self.isWords(coded) && (isSure || (isWhole && Self.isText(decoded, label: label)))
            || counts.digits + counts.padding == 0
        isBase64 = isTaken
        self.decoded = isTaken ? decoded : body
        self.plain = isTaken && !plain.isBlank ? plain : []
        otherwise = isTaken ? (counts.digits < Self.noWord ? coded : []) : decoded
    }

    /// Whether each line is a word as people write it: small letters, capitals, or one capital in front.
    private static func isWords(_ coded: ArraySlice<UInt8>) -> Bool {
        var hasWord = false
        for line in coded.split(separator: 0x0A) {
            for word in line.split(whereSeparator: \.isASCIISpace) {
                let letters = word.last.map(".,!?".utf8.contains) == true ? word.dropLast() : word
                guard letters.allSatisfy(\.isASCIILetter) else { return false }
                let small = letters.count { $0 >= 0x61 }
                let isSmall = small == letters.count
                let isCapitalised = small == letters.count - 1 && letters.first.map { $0 < 0x61 } == true
                guard isSmall || isCapitalised || small == 0 else { return false }
                hasWord = true
            }
        }
        return hasWord
    }

    /// Whether the bytes are text of that charset, without control characters.
    private static func isText(_ bytes: ArraySlice<UInt8>, label: String?) -> Bool {
        let read = DecodedText(bytes, label: label)
        guard read.doubt == nil, !read.text.utf8.allSatisfy(\.isASCIISpace) else { return false }
        if bytes.place(of: 0) != nil { return read.charset == Charset.utf16.name || read.charset == "utf-32" }
        return !bytes.contains { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1B || $0 == 0x7F }
    }
}
