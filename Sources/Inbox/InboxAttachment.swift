/// A part of a mail that was not read: what is noted of it.
///
/// The name is the sender's and may name a child, so neither print nor dump shows it.
package struct InboxAttachment: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The file's name, without the folders before it; nil where the mail gives none.
    package let name: String?
    /// Once decoded.
    package let byteCount: Int
    /// Such as `image/jpeg`, in lower case.
    package let type: String

    package init(name: String?, byteCount: Int, type: String) {
        self.name = name
        self.byteCount = byteCount
        self.type = type
    }

    package var description: String { "(attachment)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
