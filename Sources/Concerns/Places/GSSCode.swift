/// The code of an English authority with children's services.
///
/// Shape: `E06`, `E08`, `E09` or `E10`, then six digits. Source: ONS Code History Database.
package struct GSSCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: ``NotAGSSCode`` when `text` has any other shape.
    package init(_ text: String) throws(NotAGSSCode) {
        let kinds = ["E06", "E08", "E09", "E10"]
        guard text.utf8.count == 9, kinds.contains(String(text.prefix(3))),
            text.utf8.dropFirst().allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { throw NotAGSSCode(text: text) }
        description = text
    }

    package static func < (one: Self, other: Self) -> Bool { one.description < other.description }
}

/// What was given where an authority's code was expected.
package struct NotAGSSCode: Error, Equatable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    package var description: String {
        "“\(text)” is not an authority’s code. Use the nine-character GSS code, such as E08000025."
    }
}
