import Concerns

/// The original cut into pieces that stay and pieces that are to be taken out.
struct MarkedWords: Sendable {
    struct Piece: Sendable, Equatable {
        let text: String
        let isMarked: Bool
        /// What will stand in its place; empty for what stays.
        let marking: String
    }

    let pieces: [Piece]

    init(_ original: Original, _ redactions: [Redaction]) {
        let scalars = Array(original.words.unicodeScalars)
        var pieces: [Piece] = []
        var next = 0
        func text(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            // The offsets are those of the words; what is shown may be longer.
            return SeenText.words(String(view))
        }
        for redaction in redactions.sorted(by: { $0.scalars.lowerBound < $1.scalars.lowerBound }) {
            let range = redaction.scalars.clamped(to: next..<scalars.count)
            guard !range.isEmpty else { continue }
            if next < range.lowerBound {
                pieces.append(Piece(text: text(next..<range.lowerBound), isMarked: false, marking: ""))
            }
            pieces.append(Piece(text: text(range), isMarked: true, marking: redaction.kind.mark))
            next = range.upperBound
        }
        if next < scalars.count { pieces.append(Piece(text: text(next..<scalars.count), isMarked: false, marking: "")) }
        self.pieces = pieces
    }
}
