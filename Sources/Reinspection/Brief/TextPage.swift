/// Plain text for a terminal: headings, paragraphs and lists, no line wider than 80 columns.
struct TextPage {
    private(set) var text = ""

    static let columns = 80

    mutating func heading(_ words: String) {
        if !text.isEmpty { text += "\n" }
        text += words + "\n" + String(repeating: "-", count: min(words.count, Self.columns)) + "\n"
    }

    mutating func paragraph(_ words: String) { wrap(words, first: "", rest: "") }
    mutating func entry(_ words: String) { wrap(words, first: "  - ", rest: "    ") }
    mutating func subentry(_ words: String) { wrap(words, first: "      ", rest: "      ") }

    /// A name and its value in two columns.
    mutating func field(_ name: String, _ value: String) {
        wrap(value, first: (name + ":").padded(to: 24), rest: String(repeating: " ", count: 24))
    }

    private mutating func wrap(_ words: String, first: String, rest: String) {
        var line = first
        var isEmpty = true
        for word in words.split(whereSeparator: \.isWhitespace) {
            for piece in word.pieces(of: Self.columns - rest.count) {
                if !isEmpty, line.count + 1 + piece.count > Self.columns {
                    text += line + "\n"
                    (line, isEmpty) = (rest, true)
                }
                line += (isEmpty ? "" : " ") + piece
                isEmpty = false
            }
        }
        text += line + "\n"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}

extension Substring {
    /// The word itself, or, where it is wider than a line, its parts.
    fileprivate func pieces(of width: Int) -> [Substring] {
        guard count > width else { return [self] }
        return [prefix(width)] + dropFirst(width).pieces(of: width)
    }
}
