/// Phrases to look for at a place in a text, found by their first byte, so that most places cost one look.
///
/// Capitals make no difference where words have them: those of ASCII are folded, and of other letters each phrase is known
/// as written, without capitals, in capitals, and with one at its start or at each word. A space stands for a line end or
/// no-break space too.
struct PhraseTable: Sendable {
    private struct Phrase {
        let start: Int
        let end: Int
        let owners: UInt64
    }

    private var letters: [UInt8] = []
    /// By their first byte, the longest first.
    private var phrases: [Phrase] = []
    /// Where the phrases with a first byte begin and end among `phrases`.
    private var begin = [Int](repeating: 0, count: 257)

    /// - Parameter owners: what each phrase is found for, as a bit.
    init(_ texts: [(text: String, owners: UInt64)]) {
        var forms: [[UInt8]: UInt64] = [:]
        for (text, owners) in texts {
            for form in Self.forms(of: text) { forms[form.utf8.map(\.lowercasedASCII), default: 0] |= owners }
        }
        let sorted = forms.sorted { ($0.key[0], $1.key.count, $0.value) < ($1.key[0], $0.key.count, $1.value) }
        for (form, owners) in sorted {
            phrases.append(Phrase(start: letters.count, end: letters.count + form.count, owners: owners))
            letters += form
            begin[Int(form[0]) + 1] += 1
        }
        for byte in 0..<256 { begin[byte + 1] += begin[byte] }
    }

    private static func forms(of text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        let small = text.lowercased()
        let words = small.split(separator: " ", omittingEmptySubsequences: false)
        let forms = [
            text, small, text.uppercased(), small.prefix(1).uppercased() + small.dropFirst(),
            words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "),
        ]
        return forms + forms.filter { $0.contains(" ") }.map { $0.replacing(" ", with: "\u{A0}") }
    }

    init(_ texts: [String]) { self.init(texts.map { ($0, 1) }) }

    /// Whether any phrase begins with `byte`.
    @inline(__always)
    func mayBegin(with byte: UInt8) -> Bool {
        let first = Int(byte.lowercasedASCII)
        return begin[first] < begin[first + 1]
    }

    /// Each phrase that stands at `place`, the longest first: the place after it, and its owners.
    @inline(__always)
    func find(in text: [UInt8], at place: Int, before end: Int, _ found: (_ end: Int, _ owners: UInt64) -> Void) {
        guard place < end else { return }
        let first = Int(text[place].lowercasedASCII)
        for number in begin[first]..<begin[first + 1] {
            let phrase = phrases[number]
            let length = phrase.end - phrase.start
            if place + length <= end, stands(phrase, in: text, at: place) { found(place + length, phrase.owners) }
        }
    }

    /// Where the longest phrase at `place` ends; nil when none stands there.
    func longest(in text: [UInt8], at place: Int, before end: Int) -> Int? {
        var longest: Int?
        find(in: text, at: place, before: end) { end, _ in longest = longest ?? end }
        return longest
    }

    private func stands(_ phrase: Phrase, in text: [UInt8], at place: Int) -> Bool {
        for offset in 1..<max(1, phrase.end - phrase.start) {
            let byte = text[place + offset].lowercasedASCII
            let letter = letters[phrase.start + offset]
            guard byte == letter || (letter == 0x20 && byte.isASCIISpace) else { return false }
        }
        return true
    }
}
