import Concerns

/// A message cut into parts that a moderator can tick: sentences and lines, so that splitting needs neither script nor typing.
struct MessageParts: Sendable {
    /// A shorter piece joins the next, so that “No! Stop!” is one part.
    private static let shortest = 20
    /// A wall without any end of a sentence is cut at a space here, or in the middle of a word.
    private static let longest = 300

    /// In Unicode scalars, end exclusive, in their order; together they are the whole message.
    let ranges: [Range<Int>]

    init(_ original: Original) {
        let scalars = Array(original.words.unicodeScalars)
        var ranges: [Range<Int>] = []
        var (start, hasEnded): (Int, Bool) = (0, false)
        var lastSpace: Int?
        func cut(at place: Int) {
            ranges.append(start..<place)
            (start, hasEnded, lastSpace) = (place, false, nil)
        }
        for (place, scalar) in scalars.enumerated() {
            let isSpace = scalar.properties.isWhitespace
            // The spaces after a sentence are its own.
            if hasEnded, !isSpace, place - start >= Self.shortest { cut(at: place) }
            if place - start >= Self.longest { cut(at: lastSpace.map { $0 > start ? $0 : place } ?? place) }
            let next = place + 1
            if isSpace { lastSpace = next }
            let isLast = next == scalars.count || scalars[next].properties.isWhitespace
            hasEnded = isSpace ? hasEnded || scalar == "\n" : Self.ends.contains(scalar) && isLast
        }
        if start < scalars.count { ranges.append(start..<scalars.count) }
        self.ranges = ranges
    }

    /// Full stops and the like of the languages that people write to us in.
    private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", "؟", "۔", "።", "。"]

    /// How a ticked part comes back from the form.
    static func value(of range: Range<Int>) -> String { "\(range.lowerBound)-\(range.upperBound)" }

    /// The ticked parts, those that lie beside each other as one; nil when one of them is no part of the message.
    func ticked(_ values: Set<String>) -> [Range<Int>]? {
        let chosen = ranges.filter { values.contains(Self.value(of: $0)) }
        guard chosen.count == values.count else { return nil }
        return chosen.reduce(into: []) { stretches, range in
            if let last = stretches.last, last.upperBound == range.lowerBound {
                stretches[stretches.count - 1] = last.lowerBound..<range.upperBound
            } else {
                stretches.append(range)
            }
        }
    }
}

extension Original {
    /// Only these stretches of it, each on lines of its own.
    func only(_ stretches: [Range<Int>]) -> Original {
        let scalars = Array(words.unicodeScalars)
        return Original(
            stretches.map { range in
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
                return String(view)
            }.joined(separator: "\n"))
    }
}
