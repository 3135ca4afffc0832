import Concerns

/// A message cut into parts that a moderator can tick: sentences and lines, so that splitting needs neither script nor typing.
struct MessageParts: Sendable {
    /// A shorter piece joins the next, so that “No. Stop.” is one part.
    private static let shortest = 20
    /// A wall without any end of a sentence is cut at a space here, or in the middle of a word.
    private static let longest = 300

    /// In Unicode scalars, end exclusive, in their order; together they are the whole message.
    let ranges: [Range<Int>]

    init(_ original: Original) {
        let scalars = Array(original.words.unicodeScalars)
        var ranges: [Range<Int>] = []
        var (start, lastSpace): (Int, Int?) = (0, nil)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1
            let length = next - start
            if scalar.properties.isWhitespace { lastSpace = next }
            let endsSentence =
                Self.ends.contains(scalar) && (next == scalars.count || scalars[next].properties.isWhitespace)
            if scalar == "\n" || endsSentence, length >= Self.shortest {
                ranges.append(start..<next)
                (start, lastSpace) = (next, nil)
            } else if length >= Self.longest {
                let cut = lastSpace.map { $0 > start ? $0 : next } ?? next
                ranges.append(start..<cut)
                (start, lastSpace) = (cut, nil)
            }
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
