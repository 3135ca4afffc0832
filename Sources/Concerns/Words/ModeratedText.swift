/// What is left of an original after a moderator's redactions: the only words inspectors ever see.
///
/// Only the desk's decision makes one from an original; `ImportsTests` keeps every other file from doing so.
package struct ModeratedText: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Throws: ``RedactionOutside`` when a redaction does not lie within the original's scalars.
    package init(redacting original: Original, _ redactions: [Redaction]) throws(RedactionOutside) {
        let scalars = Array(original.words.unicodeScalars)
        var text = String.UnicodeScalarView()
        var next = 0
        for redaction in redactions.sorted(by: { $0.scalars.lowerBound < $1.scalars.lowerBound }) {
            let range = redaction.scalars
            guard range.lowerBound >= 0, range.upperBound <= scalars.count else {
                throw RedactionOutside(scalars: range, length: scalars.count)
            }
            // Overlapping redactions take out their union under the mark of the first.
            if range.lowerBound >= next, !range.isEmpty {
                text.append(contentsOf: scalars[next..<range.lowerBound])
                text.append(contentsOf: redaction.kind.mark.unicodeScalars)
            }
            next = max(next, range.upperBound)
        }
        text.append(contentsOf: scalars[min(next, scalars.count)...])
        description = String(text)
    }

    /// Text that was made by a decision before and is read back from the moderated store.
    package init(asDecided text: String) { description = text }
}

/// A redaction that points outside the words it should cover.
package struct RedactionOutside: Error, Equatable, CustomStringConvertible {
    package let scalars: Range<Int>
    package let length: Int

    package init(scalars: Range<Int>, length: Int) {
        self.scalars = scalars
        self.length = length
    }

    package var description: String {
        "A redaction covers \(scalars.lowerBound) to \(scalars.upperBound), but the message has \(length) characters. "
            + "Mark the words again."
    }
}
