/// The few sizes that answers to forms come in: a watcher of the line learns no more than which of them it was.
///
/// What a young person sends cannot be padded without a script; what is answered can. Whatever compresses answers between
/// us and them would undo it.
package enum SizedPage {
    /// In bytes of the body, in UTF-8; what is larger than the last comes in whole multiples of it.
    package static let sizes = [24, 96, 384, 1_536].map { $0 * 1_024 }
    package static let smallest = 24 * 1_024

    // A comment after the end of the document: neither shown nor read out, and no part of its text.
    private static let opening = "<!--"
    private static let closing = "-->"
    /// Copied from and never counted out anew: a page is filled up on the way of every message.
    private static let spaces = String(repeating: " ", count: smallest)

    /// The parts of a document one after the other, filled up with a comment of spaces to the next size.
    ///
    /// - Parameters:
    ///   - room: bytes that are left free at least, as another answer that must look the same needs them.
    ///   - least: bytes that the size holds at least.
    package static func html(_ parts: String..., leaving room: Int = 0, atLeast least: Int = 0) -> String {
        let needed = parts.reduce(opening.utf8.count + closing.utf8.count) { $0 + $1.utf8.count }
        let size = size(for: max(needed + room, least))
        var html = ""
        html.reserveCapacity(size)
        for part in parts { html += part }
        html += opening
        var missing = size - needed
        while missing > 0 {
            let run = min(missing, smallest)
            html += Substring(spaces.utf8.prefix(run))
            missing -= run
        }
        html += closing
        return html
    }

    private static func size(for bytes: Int) -> Int {
        let largest = sizes.last ?? smallest
        return sizes.first { $0 >= bytes } ?? (bytes + largest - 1) / largest * largest
    }
}

extension Page {
    /// The same page, filled up to the next of the ``SizedPage/sizes``.
    ///
    /// - Parameters:
    ///   - room: bytes that are left free at least, as another answer that must look the same needs them.
    ///   - least: bytes that the size holds at least.
    package func sized(leaving room: Int = 0, atLeast least: Int = 0) -> Page {
        var page = Page(html: SizedPage.html(html, leaving: room, atLeast: least), status: status)
        page.headers = headers
        page.contentType = contentType
        return page
    }
}
