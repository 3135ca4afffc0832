/// A message read once: its scalars and its words, for every rule to share.
///
/// One pass, no regular expressions: ten thousand of any one scalar take as long as ten thousand others.
struct Reading {
    let scalars: [Unicode.Scalar]
    private(set) var words: [Word] = []
    /// The folded letters of all words, end to end.
    private(set) var letters: [UInt32] = []
    /// For each word its folded letters as one number, so that words are compared without comparing letters.
    private(set) var hashes: [UInt64] = []
    /// For each word the first of the same letters, so that what they alone decide is worked out once.
    private(set) var firstMentions: [Int] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        words.reserveCapacity(scalars.count / 4)
        letters.reserveCapacity(scalars.count)
        read()
        hashes = words.map { FeatureKey.hash(letters[$0.folded]) }
        firstMentions = findFirstMentions()
    }

    func text(_ word: Word) -> String {
        var text = String.UnicodeScalarView()
        for value in letters[word.folded] { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        return String(text)
    }

    /// What stands between word `index` and the next.
    func gap(after index: Int) -> ArraySlice<Unicode.Scalar> {
        let start = words[index].range.upperBound
        return scalars[start..<(index + 1 < words.count ? words[index + 1].range.lowerBound : scalars.count)]
    }

    private mutating func read() {
        var sentence = 0
        var isNewSentence = true
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            switch Self.kind(scalar) {
            case .letter, .digit:
                index = readWord(from: index, sentence: sentence, startsSentence: isNewSentence)
                isNewSentence = false
            case .symbol:
                addSymbol(at: index, sentence: sentence)
                index += 1
            case .other:
                if !isNewSentence, Self.endsSentence(scalar), endsWord(after: index) {
                    sentence += 1
                    isNewSentence = true
                }
                index += 1
            }
        }
    }

    private mutating func readWord(from start: Int, sentence: Int, startsSentence: Bool) -> Int {
        let foldedStart = letters.count
        var index = start
        var end = start
        var capitals = 0
        var smalls = 0
        var hasDigit = false
        while index < scalars.count {
            let scalar = scalars[index]
            let kind = Self.kind(scalar)
            if kind == .letter || kind == .digit {
                let isCapital = kind == .letter && Self.isCapital(scalar)
                capitals += isCapital ? 1 : 0
                smalls += kind == .letter && !isCapital ? 1 : 0
                hasDigit = hasDigit || kind == .digit
                append(Folding.fold(scalar), isLetter: kind == .letter, since: foldedStart)
            } else if Self.isApostrophe(scalar) {
                let next = index + 1
                guard next < scalars.count, Self.kind(scalars[next]) == .letter, smalls + capitals > 0 else { break }
            } else if !Folding.isIgnored(scalar) {
                break
            }
            index += 1
            end = index
        }
        words.append(
            Word(
                range: start..<end, folded: foldedStart..<letters.count,
                startsWithCapital: Self.isCapital(scalars[start]), isAllCapitals: capitals > 1 && smalls == 0,
                hasDigit: hasDigit, hasLetter: capitals + smalls > 0, sentence: sentence,
                startsSentence: startsSentence))
        return max(end, start + 1)
    }

    /// “Heeelp” is “heelp” and “helllp” is “hellp”: no letter counts more than twice in a row.
    private mutating func append(_ letter: UInt32, isLetter: Bool, since start: Int) {
        let count = letters.count
        if letter == Folding.nothing { return }
        if isLetter, count - start >= 2, letters[count - 1] == letter, letters[count - 2] == letter { return }
        letters.append(letter)
    }

    /// An emoji or another picture is a word of one sign, so that rules can name it.
    private mutating func addSymbol(at index: Int, sentence: Int) {
        letters.append(scalars[index].value)
        words.append(
            Word(
                range: index..<(index + 1), folded: (letters.count - 1)..<letters.count, startsWithCapital: false,
                isAllCapitals: false, hasDigit: false, hasLetter: false, sentence: sentence, startsSentence: false))
    }

    private func endsWord(after index: Int) -> Bool {
        guard scalars[index] == "." || scalars[index] == "," else { return true }
        let next = index + 1
        return next >= scalars.count || Self.kind(scalars[next]) == .other
    }

    enum Kind { case letter, digit, symbol, other }

    static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let value = scalar.value
        if value < 0x80 {
            if (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) { return .letter }
            return (0x30...0x39).contains(value) ? .digit : .other
        }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
        case .decimalNumber: return .digit
        // The numerals of the Ethiopic script.
        case .otherNumber: return (0x1369...0x137C).contains(value) ? .digit : .other
        case .otherSymbol: return .symbol
        default: return .other
        }
    }

    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "ʼ" || scalar == "‘" || scalar == "`"
    }

    static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value < 0x80 ? (0x41...0x5A).contains(value) : scalar.properties.isUppercase
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "\n", "\r", "؟", "۔", "።", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension Reading {
    /// The words that lie in a stretch of scalars, even if only in part.
    func words(within scalars: Range<Int>) -> Range<Int> {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.upperBound <= scalars.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < words.count, words[end].range.lowerBound < scalars.upperBound { end += 1 }
        return low..<end
    }

    private func findFirstMentions() -> [Int] {
        var size = 64
        while size < words.count * 2 { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        return hashes.indices.map { word in
            var slot = Int(truncatingIfNeeded: hashes[word] ^ (hashes[word] >> 29)) & (size - 1)
            while slots[slot] >= 0 {
                if hashes[Int(slots[slot])] == hashes[word] { return Int(slots[slot]) }
                slot = (slot + 1) & (size - 1)
            }
            slots[slot] = Int32(word)
            return word
        }
    }

    /// Where some words stand, without the “’s” at their end.
    func scalars(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        var end = words[last].range.upperBound
        if end - words[last].range.lowerBound > 3, scalars[end - 1] == "s" || scalars[end - 1] == "S",
            Self.isApostrophe(scalars[end - 2])
        {
            end -= 2
        }
        return words[first].range.lowerBound..<end
    }
}
