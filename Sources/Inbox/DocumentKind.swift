/// Files of other programs, known by their first bytes, that are handed in where a letter was expected.
///
/// They may hold a young person's words, and so may bytes that are no text at all: both go to a person.
enum DocumentKind {
    case document
    case picture
    case packed
    case binary

    private static let starts: [(start: [UInt8], kind: DocumentKind)] = [
        (Array("%PDF-".utf8), .document), (Array("PK\u{3}\u{4}".utf8), .document),
        ([0xD0, 0xCF, 0x11, 0xE0], .document), (Array("{\\rtf".utf8), .document),
        ([0xFF, 0xD8, 0xFF], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture), (Array("GIF8".utf8), .picture),
        ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture),
        ([0x1F, 0x8B, 0x08], .packed), (Array("BZh9".utf8), .packed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .packed),
        ([0x28, 0xB5, 0x2F, 0xFD], .packed), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .packed),
        (Array("Rar!\u{1A}".utf8), .packed), (Array("!BDN".utf8), .packed),
    ]

    /// Nil when the bytes may be text or mail.
    init?(of bytes: [UInt8]) {
        if let known = DocumentKind(ofMagicIn: bytes) {
            self = known
        } else if Self.isBinary(bytes.prefix(8192)), Charset.wide(of: bytes[...]) == nil {
            self = .binary
        } else {
            return nil
        }
    }

    /// By the first bytes alone.
    init?(ofMagicIn bytes: [UInt8]) {
        if let known = Self.starts.first(where: { bytes.starts(with: $0.start) }) {
            self = known.kind
        } else if bytes.dropFirst(4).starts(with: "ftyphei".utf8) {
            self = .picture
        } else {
            return nil
        }
    }

    func reading(of entry: InboxEntry) -> InboxReading {
        let reason =
            switch self {
            case .document: "It is a document of another program. Open it and key in what it says."
            case .picture: "It is a picture. Look at it and key in what it says."
            case .packed: "It is a packed file. Unpack it and hand in what is in it."
            case .binary: "It is neither text nor mail that can be read. Look at the source."
            }
        var found = AlsoFound()
        found.addRuns(of: entry.bytes[...])
        return InboxReading(
            index: entry.index, outcome: .quarantined, reason: reason, message: nil, identity: entry.canonicalBytes,
            alsoFound: found.texts)
    }

    /// A stray control byte happens in mail; one in ten does not.
    ///
    /// Nothing but zeros and blanks is empty, not binary.
    private static func isBinary(_ start: ArraySlice<UInt8>) -> Bool {
        let controls = start.count { $0 < 0x20 && !$0.isASCIISpace && $0 != 0x1B }
        return controls * 10 > start.count && start.contains { $0 != 0 && !$0.isASCIISpace }
    }
}
