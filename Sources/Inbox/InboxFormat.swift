/// The shapes in which mail and letters are handed in.
package enum InboxFormat: String, CaseIterable, Sendable {
    /// Found out from the name and the first bytes.
    case auto
    case txt
    case eml
    case mbox
    /// One file of a Maildir; its bytes are those of an `eml`.
    case maildir

    /// The format of a source; never `auto`.
    ///
    /// A name that says it is believed, all but for `eml`s saved by clients with an mbox postmark on top, which any
    /// reader of `eml` passes over. Without such a name the first line decides.
    package init(of bytes: [UInt8], named name: String) {
        let name = "/" + name.lowercased()
        if name.contains(":2,") || name.contains("/cur/") || name.contains("/new/") {
            self = .maildir
        } else if name.hasSuffix(".eml") {
            self = .eml
        } else if name.hasSuffix(".mbox") || name.hasSuffix(".mbx") {
            self = .mbox
        } else if name.hasSuffix(".txt") {
            self = .txt
        } else {
            let start = withUnixLines(Array(bytes.prefix(4096)))
            self = Mailbox.startsWithPostmark(start[...]) ? .mbox : HeaderFields.begin(start[...]) ? .eml : .txt
        }
    }
}
