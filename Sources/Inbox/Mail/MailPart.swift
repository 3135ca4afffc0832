/// A mail or a part of one, with the parts within it (RFC 2046).
struct MailPart {
    let fields: HeaderFields
    let type: FieldParameters
    /// As it travelled; for a part that holds parts only what lies around them.
    let body: ArraySlice<UInt8>
    let parts: [MailPart]
    /// Whether it ends before its last part is closed, or holds parts that cannot be told apart.
    let isCutOff: Bool

    /// Nobody writes mail this deep, but programs that fight each other do.
    private static let deepest = 12

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        let (fields, body) = HeaderFields.split(bytes)
        self.fields = fields
        self.body = body
        type = FieldParameters(fields["content-type"] ?? Array("text/plain".utf8)[...])
        guard type.keyword.hasPrefix("multipart/"), depth < Self.deepest else {
            (parts, isCutOff) = ([], type.keyword.hasPrefix("multipart/"))
            return
        }
        let boundary = Array((type["boundary"] ?? "").utf8)
        let (contents, isClosed) = Self.contents(of: body, boundary: boundary)
        parts = contents.map { MailPart($0, depth: depth + 1) }
        isCutOff = !isClosed
    }

    var isAttachment: Bool {
        FieldParameters(fields["content-disposition"] ?? []).keyword == "attachment"
    }

    private static func contents(
        of body: ArraySlice<UInt8>, boundary: [UInt8]
    ) -> (contents: [ArraySlice<UInt8>], isClosed: Bool) {
        guard !boundary.isEmpty else { return ([], false) }
        let mark = Array("--".utf8) + boundary
        var contents: [ArraySlice<UInt8>] = []
        var start: Int?
        for line in body.lines where line.starts(with: mark) {
            let tail = line.dropFirst(mark.count).trimmed
            let isLast = tail.starts(with: Array("--".utf8))
            guard isLast || tail.isEmpty else { continue }
            // The line end before a boundary belongs to it.
            if let start { contents.append(body[start..<max(start, line.startIndex - 1)]) }
            if isLast { return (contents, true) }
            start = min(line.endIndex + 1, body.endIndex)
        }
        if let start { contents.append(body[start...]) }
        return (contents, false)
    }
}
