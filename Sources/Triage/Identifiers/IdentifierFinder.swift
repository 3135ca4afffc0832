import Concerns

/// Finds what could identify a person in one message.
///
/// The surest shapes go first (accounts, numbers), then places, then people; what one step has taken the next leaves.
struct IdentifierFinder {
    let reading: Reading
    let rules: RedactionRules
    /// Numbers of public helplines, which stay readable.
    let helplines: Set<String>
    /// For each word the lists that hold it.
    let lists: [RedactionLists]
    /// For each word the lists that hold it without the “s” at its end: “gareths” for “gareth’s”.
    let listsWithoutS: [RedactionLists]
    /// Whether capitals mean anything: neither all capitals nor none.
    let isMixedCase: Bool
    /// A message whose words are mostly unknown is in another language or spelling: cues alone prove little there.
    private(set) var isGuessRisky = false
    /// For each word whether it is on no list of ordinary words, nor grown from one; asked again and again.
    private(set) var unknown: [Bool] = []
    var isTaken: [Bool]
    private(set) var found: [Redaction] = []

    init(_ reading: Reading, rules: RedactionRules, helplines: Set<String>) {
        self.reading = reading
        self.rules = rules
        self.helplines = helplines
        lists = Self.lists(of: reading, rules.lists)
        listsWithoutS = reading.words.map { word in
            let letters = reading.letters[word.folded]
            return letters.count > 3 && letters.last == 0x73 ? rules.lists.lists(of: letters.dropLast()) : []
        }
        isTaken = Array(repeating: false, count: reading.words.count)
        let spoken = reading.words.count { $0.hasLetter && $0.range.count > 1 }
        isMixedCase = reading.words.count { $0.isAllCapitals } * 2 < max(1, spoken)
        unknown = reading.words.indices.map(isOnNoList)
        isGuessRisky = unknown.count { $0 } * 3 > reading.words.count { $0.hasLetter }
    }

    /// The lists of each word; in Arabic and Ethiopic script also those of a name behind “and”, “to”, “in” or “the”, which are
    /// written together with it.
    private static func lists(of reading: Reading, _ lists: WordLists<RedactionLists>) -> [RedactionLists] {
        var found = lists.lists(of: reading)
        for (place, word) in reading.words.enumerated() where found[place].isEmpty && word.folded.count > 2 {
            let letters = reading.letters[word.folded]
            guard let first = letters.first, joinedBefore.contains(first) else { continue }
            found[place] = lists.lists(of: letters.dropFirst()).intersection([.givenNames, .places])
        }
        return found
    }

    /// و, ب, ل, ف and ك; ን, ብ and ካ.
    private static let joinedBefore: Set<UInt32> = [0x648, 0x628, 0x644, 0x641, 0x643, 0x1295, 0x1265, 0x12AB]

    /// All redactions, in order and apart from one another.
    mutating func redactions() -> [Redaction] {
        findAccounts()
        findDates()
        findSpeltCodes()
        findPostcodes()
        findInsuranceNumbers()
        findVehicles()
        findNumbers()
        findPlaces()
        findPeople()
        return Self.apart(found)
    }

    mutating func take(_ found: Range<Int>, _ kind: IdentifierKind) {
        let words = grown(found, kind)
        guard let first = words.first, let last = words.last else { return }
        self.found.append(Redaction(reading.words[first].range.lowerBound..<reading.words[last].range.upperBound, kind))
        for word in words { isTaken[word] = true }
    }

    /// Takes scalars that are no whole words, such as an account with its dots.
    mutating func take(scalars: Range<Int>, _ kind: IdentifierKind) {
        guard !scalars.isEmpty else { return }
        found.append(Redaction(scalars, kind))
        var low = 0
        var high = reading.words.count
        while low < high {
            let middle = (low + high) / 2
            if reading.words[middle].range.upperBound <= scalars.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < reading.words.count, reading.words[low].range.lowerBound < scalars.upperBound {
            isTaken[low] = true
            low += 1
        }
    }

    /// Sorted; of two that overlap the first keeps its kind and grows to hold both.
    static func apart(_ redactions: [Redaction]) -> [Redaction] {
        var apart: [Redaction] = []
        for redaction in redactions.sorted(by: { $0.scalars.lowerBound < $1.scalars.lowerBound }) {
            if let last = apart.last, redaction.scalars.lowerBound < last.scalars.upperBound {
                let end = max(last.scalars.upperBound, redaction.scalars.upperBound)
                apart[apart.count - 1] = Redaction(last.scalars.lowerBound..<end, last.kind)
            } else {
                apart.append(redaction)
            }
        }
        return apart
    }
}

// What the steps ask about a word; an index outside the message is no word of any kind.
extension IdentifierFinder {
    /// Whether any of these lists holds it.
    func isIn(_ choices: RedactionLists, _ word: Int) -> Bool {
        lists.indices.contains(word) && !lists[word].isDisjoint(with: choices)
    }

    /// Whether only these scalars stand between word `index` and the next, and not more than three.
    func isJoined(_ index: Int, by allowed: String = " ") -> Bool {
        guard index >= 0, index + 1 < reading.words.count else { return false }
        let (start, end) = (reading.words[index].range.upperBound, reading.words[index + 1].range.lowerBound)
        // Nearly always a single space, for which nothing need be searched.
        if end - start == 1, reading.scalars[start] == " ", allowed.utf8.first == 0x20 { return true }
        guard end - start <= 3 else { return false }
        for place in start..<end where !allowed.unicodeScalars.contains(reading.scalars[place]) { return false }
        return true
    }

    /// Whether a digit stands in any of these words, of which some may lie outside the message.
    func hasDigit(_ words: Range<Int>) -> Bool {
        var word = max(0, words.lowerBound)
        while word < min(words.upperBound, reading.words.count) {
            if reading.words[word].hasDigit { return true }
            word += 1
        }
        return false
    }

    func letters(_ word: Int) -> ArraySlice<UInt32> { reading.letters[reading.words[word].folded] }

    func isWord(_ word: Int, _ text: String) -> Bool {
        guard reading.words.indices.contains(word) else { return false }
        let folded = reading.words[word].folded
        var place = folded.lowerBound
        for scalar in text.unicodeScalars {
            guard place < folded.upperBound, reading.letters[place] == scalar.value else { return false }
            place += 1
        }
        return place == folded.upperBound
    }

    func isWord(_ word: Int, anyOf texts: [String]) -> Bool {
        guard reading.words.indices.contains(word), let first = letters(word).first, letters(word).count < 16 else {
            return false
        }
        // Nearly all differ in the first letter already.
        for text in texts {
            if let start = text.utf8.first, start < 0x80, UInt32(start) != first { continue }
            if isWord(word, text) { return true }
        }
        return false
    }

    func isCapital(_ word: Int) -> Bool {
        reading.words.indices.contains(word) && reading.words[word].startsWithCapital
    }

    func isLetters(_ word: Int) -> Bool {
        reading.words.indices.contains(word) && reading.words[word].hasLetter && !reading.words[word].hasDigit
    }

    func inSameSentence(_ one: Int, _ other: Int) -> Bool {
        reading.words.indices.contains(one) && reading.words.indices.contains(other)
            && reading.words[one].sentence == reading.words[other].sentence
    }

    /// Whether a word of the lists stands at most `distance` words before or after.
    func isNear(_ choices: RedactionLists, _ words: Range<Int>, before: Int, after: Int = 0) -> Bool {
        let start = max(0, words.lowerBound - before)
        let end = min(lists.count, words.upperBound + after)
        return (start..<words.lowerBound).contains { isIn(choices, $0) }
            || (words.upperBound < end && (words.upperBound..<end).contains { isIn(choices, $0) })
    }
}
