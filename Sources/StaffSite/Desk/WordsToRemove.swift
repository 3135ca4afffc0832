import Concerns

/// Finds what a moderator typed to be taken out, so that marking words needs no script.
struct WordsToRemove: Sendable {
    let typed: String

    /// Where the words stand in the original, as offsets in Unicode scalars: every occurrence, whatever its case.
    ///
    /// Whole words are looked for first, so that “Tom” does not touch “tomorrow”; only where there is none does a part of a
    /// word count. Empty when the words are not there.
    func found(in original: Original) -> [Range<Int>] {
        let text = original.words.unicodeScalars.map(Self.plain)
        let sought = Self.trimmed(typed).unicodeScalars.map(Self.plain)
        guard !sought.isEmpty, sought.count <= text.count else { return [] }
        var all: [Range<Int>] = []
        var start = 0
        while start + sought.count <= text.count {
            if text[start..<start + sought.count].elementsEqual(sought) {
                all.append(start..<start + sought.count)
                start += sought.count
            } else {
                start += 1
            }
        }
        let whole = all.filter { range in
            let before = range.lowerBound == 0 || !Self.isOfAWord(text[range.lowerBound - 1])
            let after = range.upperBound == text.count || !Self.isOfAWord(text[range.upperBound])
            return before && after
        }
        return whole.isEmpty ? all : whole
    }

    /// Lower case where that is one scalar, so that offsets stay; any space counts as a space.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.properties.isWhitespace { return " " }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first ?? scalar : scalar
    }

    private static func isOfAWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func trimmed(_ text: String) -> Substring {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
