import Concerns
import Foundation
import Store
import Unsealing

/// Stretches of an original as they are kept closed: where they are, and none of the words.
enum KeptStretches {
    private struct Form: Codable {
        let start: Int
        let end: Int
        let kind: IdentifierKind
    }

    static func encoded(_ redactions: [Redaction]) throws -> Data {
        try JSONEncoder().encode(
            redactions.map { Form(start: $0.scalars.lowerBound, end: $0.scalars.upperBound, kind: $0.kind) })
    }

    /// - Parameter length: of the original, in scalars; what does not lie within it was not made of it.
    /// - Throws: an error of decoding when the bytes were changed, or ``RedactionOutside``.
    static func decoded(_ bytes: Data, within length: Int) throws -> [Redaction] {
        try JSONDecoder().decode([Form].self, from: bytes).map { form in
            guard 0 <= form.start, form.start <= form.end, form.end <= length else {
                throw RedactionOutside(scalars: 0..<0, length: length)
            }
            return Redaction(form.start..<form.end, form.kind)
        }
    }
}

extension DeskConcern {
    /// The stretches that its notes of one kind cover.
    ///
    /// - Throws: where a note does not open, or was not made of this original: nobody may then be shown what is left.
    func stretches(
        _ kind: DeskNoteKind, of original: Original, with opener: NoteOpener
    ) throws -> [Redaction] {
        let length = original.words.unicodeScalars.count
        return try notes.filter { $0.kind == kind }.flatMap { note in
            try KeptStretches.decoded(opener.open(note.note.closed, as: kind, of: summary.id), within: length)
        }
    }
}
