/// Files of other programs, known by their first bytes, that are handed in where a letter was expected.
///
/// They may hold a young person's words, so they go to a person; all else that is not text has nothing to read.
enum DocumentKind {
    case document
    case picture
    case binary

    private static let documents: [[UInt8]] = [
        Array("%PDF-".utf8), Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0], Array("{\\rtf".utf8),
    ]
    private static let pictures: [[UInt8]] = [
        [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0x00],
        [0x4D, 0x4D, 0x00, 0x2A],
    ]

    /// Nil when the bytes may be text or mail.
    init?(of bytes: [UInt8]) {
        if Self.documents.contains(where: bytes.starts) {
            self = .document
        } else if Self.pictures.contains(where: bytes.starts) || bytes.dropFirst(4).starts(with: Array("ftyphei".utf8))
        {
            self = .picture
        } else if Charset.utf16(of: bytes[...]) == nil, Self.isBinary(bytes) {
            self = .binary
        } else {
            return nil
        }
    }

    var reading: InboxReading {
        switch self {
        case .document: quarantined("It is a document of another program. Open it and key in what it says.")
        case .picture: quarantined("It is a picture. Look at it and key in what it says.")
        case .binary:
            InboxReading(index: 0, outcome: .rejected, reason: "It is neither text nor mail.", message: nil)
        }
    }

    private func quarantined(_ reason: String) -> InboxReading {
        InboxReading(index: 0, outcome: .quarantined, reason: reason, message: nil)
    }

    /// A stray control byte happens in mail; one in ten does not.
    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(8192)
        let controls = start.count { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1B }
        return controls * 10 > start.count
    }
}
