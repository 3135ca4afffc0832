/// The shapes in which mail and letters are handed in.
package enum InboxFormat: String, CaseIterable, Sendable {
    /// Found out from the first bytes and the name.
    case auto
    case txt
    case eml
    case mbox
    /// One file of a Maildir; its bytes are those of an `eml`.
    case maildir

    /// The format of a source; never `auto`.
    ///
    /// A postmark on top makes a mailbox, whatever the name says: read as one mail it would hide all but the first.
    /// Letters may have `Key: value` lines on top, so a file named `.txt` is mail only with fields that no one types.
    package init(of bytes: [UInt8], named name: String) {
        let name = "/" + name.lowercased()
        let start = bytes.starts(with: ByteOrderMark.utf8) ? bytes.dropFirst(3) : bytes[...]
        let lines = start.prefix(4096).drop(while: \.isASCIISpace).withUnixLines
        let isMaildir = name.contains(":2,") || name.contains("/cur/") || name.contains("/new/")
        if Postmark.isOnTop(of: lines[...]) || name.hasSuffix(".mbox") || name.hasSuffix(".mbx") {
            self = .mbox
        } else if name.hasSuffix(".txt") {
            self = HeaderFields.routed(lines[...]) ? .eml : .txt
        } else if isMaildir {
            self = .maildir
        } else if name.hasSuffix(".eml") || HeaderFields.begin(lines[...]) {
            self = .eml
        } else {
            self = .txt
        }
    }
}
