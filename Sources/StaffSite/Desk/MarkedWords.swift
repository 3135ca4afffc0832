import Concerns

/// The original cut into pieces that stay and pieces that are to be taken out.
struct MarkedWords: Sendable {
    struct Piece: Sendable, Equatable {
        let isMarked: Bool
        /// What will stand in its place; empty for what stays.
        let marking: String
        /// Why it is marked, in words; empty for what stays.
        let why: String
        let isUnsure: Bool
        let spans: [Span]
    }

    /// A stretch whose letters are shown as they are, or a single one that is shown by its number.
    ///
    /// Its offsets, in Unicode scalars of the original, let the page's script tell what is selected.
    struct Span: Sendable, Equatable {
        let from: Int
        let to: Int
        let text: String
        let isUnseen: Bool
    }

    let pieces: [Piece]

    /// - Parameter why: says why a redaction is suggested, and whether it needs a second look.
    init(
        _ original: Original, _ redactions: [Redaction],
        why: (Redaction) -> (words: String, isUnsure: Bool) = { _ in ("", false) }
    ) {
        let scalars = Array(original.words.unicodeScalars)
        var pieces: [Piece] = []
        var next = 0
        func plain(_ range: Range<Int>) -> Piece {
            Piece(isMarked: false, marking: "", why: "", isUnsure: false, spans: Self.spans(of: scalars, range))
        }
        for redaction in redactions.sorted(by: { $0.scalars.lowerBound < $1.scalars.lowerBound }) {
            let range = redaction.scalars.clamped(to: next..<max(next, scalars.count))
            guard !range.isEmpty else { continue }
            if next < range.lowerBound { pieces.append(plain(next..<range.lowerBound)) }
            let (words, isUnsure) = why(redaction)
            pieces.append(
                Piece(
                    isMarked: true, marking: redaction.kind.mark, why: words, isUnsure: isUnsure,
                    spans: Self.spans(of: scalars, range)))
            next = range.upperBound
        }
        if next < scalars.count { pieces.append(plain(next..<scalars.count)) }
        self.pieces = pieces
    }

    private static func spans(of scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Span] {
        var spans: [Span] = []
        var (start, text) = (range.lowerBound, String.UnicodeScalarView())
        func close(at end: Int) {
            if start < end { spans.append(Span(from: start, to: end, text: String(text), isUnseen: false)) }
            text = String.UnicodeScalarView()
        }
        for place in range {
            let shown = SeenText.words(String(scalars[place])).unicodeScalars
            if shown.count == 1 {
                text.append(contentsOf: shown)
            } else {
                close(at: place)
                spans.append(Span(from: place, to: place + 1, text: String(shown), isUnseen: true))
                start = place + 1
            }
        }
        close(at: range.upperBound)
        return spans
    }
}
