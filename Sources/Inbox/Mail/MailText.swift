/// The words found in the parts of a mail, and what could not be read.
struct MailText {
    private(set) var pieces: [String] = []
    private(set) var charset: String?
    /// Why a person must look, most telling first.
    private(set) var doubts: [String] = []
    private(set) var attachments = 0
    private(set) var holdsForwardedMail = false

    var text: String { pieces.joined(separator: "\n\n") }
    private var hasWords: Bool { pieces.contains { !$0.trimmed.isEmpty } }

    init(_ part: MailPart) { read(part, depth: 0) }

    private mutating func read(_ part: MailPart, depth: Int) {
        switch part.type.keyword {
        case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
            doubts.append("It is encrypted. Ask the sender, or open it where its key is.")
        case "multipart/alternative":
            readBest(of: part, depth: depth)
        case let type where type.hasPrefix("multipart/"):
            for inner in part.parts { read(inner, depth: depth) }
            if part.parts.isEmpty { doubts.append("Its parts cannot be told apart. Look at the source.") }
        case "message/rfc822" where depth < 5:
            readForwarded(part, depth: depth)
        case "text/plain", "text", "", "text/html":
            if part.isAttachment { attachments += 1 } else { readText(part) }
        case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature":
            break
        default:
            attachments += 1
        }
    }

    /// The plain form where it has words, else whichever has.
    private mutating func readBest(of part: MailPart, depth: Int) {
        let plainFirst =
            part.parts.filter { $0.type.keyword == "text/plain" }
            + part.parts.filter { $0.type.keyword != "text/plain" }
        var readings: [MailText] = []
        for inner in plainFirst {
            var reading = self
            reading.pieces = []
            reading.read(inner, depth: depth)
            readings.append(reading)
        }
        let best =
            readings.first { $0.hasWords && $0.doubts.count == doubts.count }
            ?? readings.first(where: \.hasWords) ?? readings.first
        guard let best else {
            doubts.append("Its parts cannot be told apart. Look at the source.")
            return
        }
        let before = pieces
        self = best
        pieces = before + best.pieces
        // Some programs put the attachments beside the HTML form only.
        attachments = readings.map(\.attachments).max() ?? attachments
    }

    /// A mail sent on as an attachment: its words are what the sender passes on.
    private mutating func readForwarded(_ part: MailPart, depth: Int) {
        guard let encoding = TransferEncoding(label: part.fields.keyword("content-transfer-encoding")) else {
            attachments += 1
            return
        }
        let mail = MailPart(encoding.decode(part.body))
        holdsForwardedMail = true
        if let title = mail.fields["subject"].map(EncodedWords.text) {
            if let doubt = title.doubt { doubts.append(doubt) }
            if let said = Subject(title.text).said { pieces.append(said) }
        }
        read(mail, depth: depth + 1)
    }

    private mutating func readText(_ part: MailPart) {
        guard let encoding = TransferEncoding(label: part.fields.keyword("content-transfer-encoding")) else {
            doubts.append("It travels in an encoding that is not read here. Look at the source.")
            return
        }
        let bytes = encoding.decode(part.body)
        let isHTML = part.type.keyword == "text/html"
        let decoded = DecodedText(bytes, label: part.type["charset"] ?? (isHTML ? Self.htmlCharset(bytes) : nil))
        var text = decoded.text
        if isHTML {
            text = HTMLText.text(of: text)
        } else if part.type["format"]?.lowercased() == "flowed" {
            text = FlowedText.unwrapped(text, deletesSpace: part.type["delsp"]?.lowercased() == "yes")
        }
        if let doubt = decoded.doubt { doubts.append(doubt) }
        if text.contains("-----BEGIN PGP MESSAGE-----") {
            doubts.append("It is encrypted. Ask the sender, or open it where its key is.")
        }
        charset = charset ?? decoded.charset
        pieces.append(text)
    }

    /// What `<meta charset=…>` says, for parts whose field says nothing.
    private static func htmlCharset(_ bytes: ArraySlice<UInt8>) -> String? {
        let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
        guard start.contains("<meta"), let at = start.firstRange(of: "charset=") else { return nil }
        let value = start[at.upperBound...].drop { $0 == "\"" || $0 == "'" }
        return String(value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
}
