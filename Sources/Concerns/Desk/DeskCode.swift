/// The key of a reason or route in `Moderation/decisions.yaml`, such as `not-about-care`; what is decided keeps it.
///
/// Shape: 2 to 40 lower-case letters, digits and hyphens, a letter first.
package struct DeskCode: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: ``NotADeskCode`` when `text` has any other shape.
    package init(_ text: String) throws(NotADeskCode) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (2...40).contains(text.utf8.count), text.utf8.first.map(letters.contains) == true,
            text.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") })
        else { throw NotADeskCode(text: text) }
        description = text
    }
}

/// What was given where the key of a reason or route was expected.
package struct NotADeskCode: Error, Equatable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    package var description: String {
        "“\(text)” cannot be a key. Use 2 to 40 lower-case letters, digits and hyphens, such as not-about-care."
    }
}
