/// A mail or a part of one (RFC 2046).
struct MailPart {
    let fields: HeaderFields
    let type: FieldParameters
    let kind: MailKind
    /// As it travelled.
    let body: ArraySlice<UInt8>

    /// - Parameters:
    ///   - bytes: with LF line ends.
    ///   - isInDigest: parts of a digest are mails unless they say otherwise (RFC 2046, 5.1.5).
    init(_ bytes: ArraySlice<UInt8>, isInDigest: Bool = false) {
        (fields, body) = HeaderFields.split(bytes)
        let unstated = isInDigest ? "message/rfc822" : "text/plain"
        type = FieldParameters(fields[.contentType] ?? Array(unstated.utf8)[...])
        kind = MailKind(type.keyword)
    }

    var isAttachment: Bool {
        guard let field = fields[.contentDisposition] else { return false }
        return field.startsIgnoringCase(with: "attachment")
    }

    /// Nil when it is one that we do not read.
    var encoding: TransferEncoding? {
        guard let field = fields[.contentTransferEncoding] else { return .asTheyAre }
        return TransferEncoding(label: field.prefix(100).keyword)
    }

    /// What is noted of it when it is not read.
    var attachment: InboxAttachment {
        InboxAttachment(
            name: fileName, byteCount: (encoding ?? .asTheyAre).decodedCount(body), type: MailKind.shown(type.keyword))
    }

    /// The parts within it, and whether the last one is closed.
    func parts(atMost most: Int) -> PartsWithin {
        let isDigest = type.keyword == "multipart/digest"
        let found = Boundary.parts(of: body, stated: type["boundary"], atMost: most)
        if found.slices.isEmpty, let encoding, encoding != .asTheyAre {
            // Parts may not travel encoded together, but programs send them so.
            return PartsWithin(
                Boundary.parts(of: encoding.decode(body), stated: type["boundary"], atMost: most),
                isDigest: isDigest)
        }
        return PartsWithin(found, isDigest: isDigest)
    }

    private var fileName: String? {
        let stated =
            fields[.contentDisposition].flatMap { FieldParameters($0)["filename"] } ?? type["name"]
        guard let stated else { return nil }
        let name = EncodedWords(Array(stated.utf8)[...]).text
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map { String($0.prefix(200)) }
        return last?.isEmpty == false ? last : nil
    }
}

/// What a multipart holds.
struct PartsWithin {
    let parts: [MailPart]
    /// Whether it ends before its last part is closed.
    let isCutOff: Bool
    /// Whether it holds more parts than were asked for.
    let hasMore: Bool
    /// Whether the boundary that it states stands nowhere, and another was found.
    let isMended: Bool
    /// What stands above and below them.
    let outside: [ArraySlice<UInt8>]

    init(_ found: Boundary.Found, isDigest: Bool) {
        parts = found.slices.map { MailPart($0, isInDigest: isDigest) }
        outside = found.outside
        (isCutOff, hasMore, isMended) = (!found.isClosed, found.hasMore, found.isMended)
    }
}
