/// The bytes of a part without their transfer encoding, where that is safe also when it is wrongly stated.
struct Travelled {
    let bytes: ArraySlice<UInt8>
    /// Text in the clear below what was encoded.
    private(set) var plain: ArraySlice<UInt8> = []
    /// What was mended, as the end of a sentence.
    private(set) var repair: String?
    private(set) var doubt: String?
    /// What can be read otherwise; it is looked through for danger.
    private(set) var beside: [ArraySlice<UInt8>] = []

    init(_ part: MailPart) {
        switch part.encoding {
        case .base64:
            let body = Base64Body(part.body, label: part.type["charset"])
            (bytes, plain) = (body.decoded, body.plain)
            if !body.isBase64 { repair = "they do not travel in base64 as it says" }
            if !plain.isEmpty { repair = "text in the clear stood below them and was read too" }
            if !body.otherwise.isEmpty { beside = [body.otherwise] }
        case let encoding?:
            bytes = encoding.decode(part.body)
        case nil where Self.isProse(part.body):
            bytes = part.body
            repair = "how they travel is wrongly stated"
        case nil:
            bytes = []
            doubt = "It travels in an encoding that is not read here. Look at the source."
            beside = [part.body]
        }
    }

    /// Words have blanks between them, which no encoding that packs bytes has.
    private static func isProse(_ body: ArraySlice<UInt8>) -> Bool {
        let start = body.trimmed.prefix(2000)
        return start.count { $0 == 0x20 } * 20 >= start.count && !start.contains { $0 < 0x09 }
    }
}
