/// What a part is, by its `Content-Type`.
enum MailKind: Equatable {
    case plain
    case html
    case alternatives
    case parts
    case mail
    /// One piece of a mail that was sent in several (RFC 2046, 5.2.2).
    case piece
    case encrypted
    /// Signed in a way that wraps the words (S/MIME without a plain copy).
    case wrapped
    case signature
    case invitation
    case other

    /// - Parameter keyword: in lower case, such as `text/plain`.
    init(_ keyword: String) {
        self =
            switch keyword {
            case "text/plain", "text", "", "plain", "text/*", "application/pgp": .plain
            case "text/html", "text/enriched", "text/richtext", "application/xhtml+xml", "html": .html
            case "multipart/alternative": .alternatives
            case "multipart/encrypted": .encrypted
            case "application/pkcs7-mime", "application/x-pkcs7-mime": .wrapped
            case "message/rfc822", "message/global": .mail
            case "message/partial": .piece
            case "text/calendar", "application/ics": .invitation
            case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
                "application/pgp-keys":
                .signature
            case let other: other.hasPrefix("multipart/") ? .parts : .other
            }
    }

    /// A type is the sender's and could hold any words; only what has its shape is shown.
    static func shown(_ keyword: String) -> String {
        let parts = keyword.split(separator: "/", omittingEmptySubsequences: false)
        let marks = Array("-+._/".utf8)
        let isType =
            parts.count == 2 && keyword.utf8.count <= 80 && families.contains(String(parts[0]))
            && keyword.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || marks.contains($0) }
        return isType ? keyword : "application/octet-stream"
    }

    private static let families = [
        "application", "audio", "chemical", "font", "image", "message", "model", "multipart", "text", "video",
    ]
}
