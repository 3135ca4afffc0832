/// The letters and words of a text as they are counted.
struct LanguageReading {
    private let scripts: LanguageScripts
    private let words: LanguageWords
    private var letters: [Int]
    private var word = LanguageWord()
    /// The languages that all telling letters of the word fit; nil while it has none.
    private var wordLetters: UInt64?
    private(set) var points = [Int](repeating: 0, count: UInt64.bitWidth)
    private(set) var wordCount = 0

    /// A smiley or two letters do not make a script.
    private static let leastLetters = 4

    init(scripts: LanguageScripts, words: LanguageWords) {
        self.scripts = scripts
        self.words = words
        letters = [Int](repeating: 0, count: scripts.names.count)
    }

    mutating func take(_ scalar: UInt32) {
        if let script = scripts.script(of: scalar) {
            letters[script] += 1
            let letter = LanguageWord.folded(scalar)
            word.add(letter)
            if letter >= 0x80, let languages = words.languages(of: letter) {
                wordLetters = (wordLetters ?? languages) & languages
            }
        } else if word.length > 0, LanguageWord.isSilent(scalar) {
            return
        } else if (0x300...0x36F).contains(scalar) {
            // An accent of its own; the word is not known then, but does not end.
            word.add(scalar)
        } else {
            endWord()
        }
    }

    mutating func endWord() {
        guard word.length > 0 else { return }
        wordCount += 1
        if let (languages, points) = words.points(of: word) { give(points, to: languages) }
        if let wordLetters { give(1, to: wordLetters) }
        (word, wordLetters) = (LanguageWord(), nil)
    }

    private mutating func give(_ points: Int, to languages: UInt64) {
        var rest = languages
        while rest != 0 {
            self.points[rest.trailingZeroBitCount] += points
            rest &= rest - 1
        }
    }

    /// The script of most letters; nil where another has nearly as many.
    var mainScript: Int? {
        let all = letters.reduce(0, +)
        guard all >= Self.leastLetters, let main = letters.indices.max(by: { letters[$0] < letters[$1] }),
            letters[main] * 10 > all * 6
        else { return nil }
        return main
    }
}
