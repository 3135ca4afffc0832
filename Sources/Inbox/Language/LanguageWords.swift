import FactFiles

/// The words and letters of all languages, with the points they give.
struct LanguageWords: Sendable {
    /// By word, the languages that list it, and whether it is short.
    private var listed: [UInt64: (languages: UInt64, isShort: Bool)] = [:]
    private var letters: [UInt32: UInt64] = [:]

    mutating func add(_ entry: FactTree, language: Int) throws(FactProblem) {
        let bit: UInt64 = 1 << UInt64(language)
        for word in try Self.words(entry.optional("words")) {
            listed[word.hash, default: (0, word.length < 3)].languages |= bit
        }
        if let list = entry.optional("letters") {
            for letter in try list.text.unicodeScalars where letter != " " {
                letters[LanguageWord.folded(letter.value), default: 0] |= bit
            }
        }
    }

    /// The languages that list a word, and the points it gives them: fewer where it tells less.
    func points(of word: LanguageWord) -> (languages: UInt64, points: Int)? {
        guard let (languages, isShort) = listed[word.hash] else { return nil }
        return (languages, languages & (languages - 1) != 0 ? 1 : isShort ? 2 : 3)
    }

    /// The languages that a letter fits; nil where it tells nothing.
    func languages(of letter: UInt32) -> UInt64? { letters[letter] }

    private static func words(_ entry: FactTree?) throws(FactProblem) -> [LanguageWord] {
        guard let entry else { return [] }
        return try entry.text.split(whereSeparator: \.isWhitespace).map { text in
            var word = LanguageWord()
            for scalar in text.unicodeScalars where !LanguageWord.isSilent(scalar.value) {
                word.add(LanguageWord.folded(scalar.value))
            }
            return word
        }
    }
}

/// A word as a number, made letter by letter (FNV-1a).
struct LanguageWord {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var length = 0

    @inline(__always)
    mutating func add(_ letter: UInt32) {
        hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
        length += 1
    }

    /// Apostrophes, joiners, and the vowel marks and strokes of Arabic: a word is the same without them.
    @inline(__always)
    static func isSilent(_ letter: UInt32) -> Bool {
        switch letter {
        case 0x27, 0x60, 0x2018, 0x2019, 0x200B...0x200F, 0x640, 0x64B...0x652: true
        default: false
        }
    }

    /// In lower case, for the scripts of `languages.yaml`.
    @inline(__always)
    static func folded(_ letter: UInt32) -> UInt32 {
        switch letter {
        case 0x41...0x5A: letter | 0x20
        case 0..<0xC0: letter
        case 0xC0...0xDE: letter + 0x20
        case 0x130: 0x69
        case 0x139...0x148, 0x179...0x17E: letter % 2 == 1 ? letter + 1 : letter
        case 0x178: 0xFF
        case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A5, 0x218...0x21B, 0x1E00...0x1EFF: letter | 1
        case 0x1AF: 0x1B0
        case 0x391...0x3A9: letter + 0x20
        case 0x410...0x42F: letter + 0x20
        case 0x400...0x40F: letter + 0x50
        case 0x490: 0x491
        default: letter
        }
    }
}
