/// What stands around each word of a message, ready to be asked by every template.
struct NameContexts {
    /// For each word, with some that are none before and behind, one number for each thing that a template may ask of it.
    let atoms: [UInt64]
    let wordCount: Int
    private let finder: IdentifierFinder

    /// - Parameter ruled: for each word what the rules took it for.
    init(_ finder: IdentifierFinder, ruled: [NameLabel]) {
        self.finder = finder
        let words = finder.reading.words
        wordCount = words.count
        let isCapitalUsed = words.contains { $0.startsWithCapital && !$0.startsSentence }
        let writing: UInt64 =
            (finder.isMixedCase ? 1 : 0) + (finder.isGuessRisky ? 2 : 0) + (isCapitalUsed ? 4 : 0)
        let elsewhere = Self.seenElsewhere(finder, ruled)
        let none = Self.none(writing)
        var atoms: [UInt64] = []
        atoms.reserveCapacity((words.count + 2 * NameTemplate.Part.reach) * NameTemplate.Part.slotCount)
        for _ in 0..<NameTemplate.Part.reach { atoms += none }
        for (index, word) in words.enumerated() {
            let letters = finder.letters(index)
            atoms.append(
                word.hasDigit
                    ? Self.numeralHash
                    : letters.count > 20 ? FeatureKey.hash(letters.prefix(20)) : finder.reading.hashes[index])
            atoms.append(UInt64(finder.wordClass(of: index).rawValue))
            atoms.append(Self.shape(word))
            atoms.append(Self.gap(finder.reading.gap(after: index)))
            atoms.append(UInt64(ruled[index].rawValue))
            for count in 2...3 { atoms.append(FeatureKey.hash(letters.prefix(count))) }
            for count in 2...4 { atoms.append(FeatureKey.hash(letters.suffix(count))) }
            atoms.append(elsewhere[index])
            atoms.append(writing)
        }
        for _ in 0..<NameTemplate.Part.reach { atoms += none }
        self.atoms = atoms
    }

    /// Where a word's own atoms begin.
    static func start(of word: Int) -> Int { (word + NameTemplate.Part.reach) * NameTemplate.Part.slotCount }

    /// The key of a template at a word.
    func key(_ template: Int, at word: Int) -> FeatureKey {
        var key = FeatureKey(kind: UInt8(64 + template))
        for step in NameTemplate.steps[template] { key.add(atoms[Self.start(of: word) + step]) }
        return key
    }

    /// A context in words, as the file of weights names it; ``key(of:parts:)`` reads it back.
    func text(_ template: Int, at word: Int) -> String {
        NameTemplate.all[template].parts.map { part -> String in
            if let letters = letters(part, at: word) {
                return letters.isEmpty ? "-" : String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
            }
            return String(atoms[Self.start(of: word) + part.offset * NameTemplate.Part.slotCount + part.slot])
        }.joined(separator: "|")
    }

    /// - Returns: nil when the text is no context of this template.
    static func key(of template: Int, parts text: String) -> FeatureKey? {
        guard NameTemplate.all.indices.contains(template) else { return nil }
        let parts = NameTemplate.all[template].parts
        let texts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard texts.count == parts.count else { return nil }
        var key = FeatureKey(kind: UInt8(64 + template))
        for (part, text) in zip(parts, texts) {
            switch part {
            case .word, .start, .end:
                key.add(text == "-" ? Self.nothing : FeatureKey.hash(text.unicodeScalars.lazy.map(\.value)))
            default:
                guard let code = UInt64(text) else { return nil }
                key.add(code)
            }
        }
        return key
    }

    /// The letters that a part looks at; nil for a part that is a number.
    private func letters(_ part: NameTemplate.Part, at word: Int) -> ArraySlice<UInt32>? {
        switch part {
        case .word(let offset):
            let index = word + offset
            guard (0..<wordCount).contains(index) else { return [] }
            return finder.reading.words[index].hasDigit ? Self.numeral : finder.letters(index).prefix(20)
        case .start(let count): return finder.letters(word).prefix(count)
        case .end(let count): return finder.letters(word).suffix(count)
        default: return nil
        }
    }

    /// Capitals (0 to 2), a digit, the start of a sentence, and the length up to 7.
    private static func shape(_ word: Word) -> UInt64 {
        let capitals: UInt64 = word.isAllCapitals ? 2 : word.startsWithCapital ? 1 : 0
        let length = UInt64(min(7, word.folded.count))
        return capitals * 100 + (word.hasDigit ? 40 : 0) + (word.startsSentence ? 20 : 0) + length
    }

    /// The sign that says most of those between two words.
    private static func gap(_ gap: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var least: UInt64 = 9
        for scalar in gap {
            let code: UInt64 =
                switch scalar {
                case "\n", "\r": 1
                case ".", "!", "?": 2
                case "@", "#", "_", "/": 3
                case ":", "=": 4
                case ",", ";": 5
                case "(", ")", "\"", "“", "”": 6
                case "-", "–", "—": 7
                case " ": 8
                default: 9
                }
            least = min(least, code)
        }
        return least
    }

    /// Whether the rules found a person by the same letters somewhere else, or a capital stands there in mid-sentence.
    private static func seenElsewhere(_ finder: IdentifierFinder, _ ruled: [NameLabel]) -> [UInt64] {
        let reading = finder.reading
        let first = reading.firstMentions
        var found = [(persons: Int, places: Int, all: Int)](repeating: (0, 0, 0), count: reading.words.count)
        for word in reading.words.indices where reading.words[word].hasLetter {
            found[first[word]].all += 1
            if ruled[word] == .person { found[first[word]].persons += 1 }
            if ruled[word] == .place || ruled[word] == .home { found[first[word]].places += 1 }
        }
        return first.map { first in
            guard found[first].all > 1 else { return 0 }
            return found[first].persons > 0 ? 2 : found[first].places > 0 ? 3 : 1
        }
    }

    /// The atoms of a place before the first word or behind the last.
    private static func none(_ writing: UInt64) -> [UInt64] {
        [
            nothing, UInt64(WordClass.none.rawValue), 999, 999, 999, nothing, nothing, nothing, nothing, nothing, 0,
            writing,
        ]
    }

    /// Where there is no word.
    private static let nothing: UInt64 = 1
    private static let numeral: ArraySlice<UInt32> = [0x30]
    private static let numeralHash = FeatureKey.hash(numeral)
}
