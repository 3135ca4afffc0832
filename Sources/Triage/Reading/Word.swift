/// One word of a message, and where it stands.
struct Word {
    /// Offsets of its scalars in the message.
    let range: Range<Int>
    /// Where its folded letters are in ``Reading/letters``.
    let folded: Range<Int>
    let startsWithCapital: Bool
    let isAllCapitals: Bool
    let hasDigit: Bool
    let hasLetter: Bool
    /// The sentence it belongs to, counted from 0; a line is a sentence of its own.
    let sentence: Int
    let startsSentence: Bool
}
