import Concerns

/// Whether the rules can read the language of a message at all.
struct LanguageReading {
    /// The least urgency the language asks for, and why; nil where the rules read it well, or it is no language.
    let answer: (urgency: Urgency, reasons: [String])?

    init(_ reading: Reading, rules: UrgencyRules) {
        let words = reading.words.filter(\.hasLetter)
        guard !words.isEmpty else {
            answer = nil
            return
        }
        if rules.foreignLetters.areIn(reading.letters) || Self.hasUnknownScript(reading) {
            answer = (.safeguarding, ["a language the rules cannot read"])
            return
        }
        var counts = Array(repeating: 0, count: rules.languages.count)
        for find in rules.commonWords.finds(in: reading) { counts[find.owner] += 1 }
        // Of two that are equally likely the first; even careless English has a common word in six, and a stray “no” or
        // “me” in another language is fewer.
        guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most),
            words.count < 6 || most * 6 >= words.count
        else {
            answer = Self.unknown(words.count, reading)
            return
        }
        let language = rules.languages[best]
        answer = language.floor > .concern ? (language.floor, ["a language the rules read poorly"]) : nil
    }

    private static func unknown(_ count: Int, _ reading: Reading) -> (urgency: Urgency, reasons: [String])? {
        if Keyboard.isMashed(reading) { return (.spam, ["no words"]) }
        return count >= 4 ? (.safeguarding, ["a language the rules cannot read"]) : nil
    }

    /// Letters outside Latin, Arabic and Ethiopic.
    private static func hasUnknownScript(_ reading: Reading) -> Bool {
        let unknown = reading.words.lazy.filter(\.hasLetter).filter { word in
            guard let first = reading.letters[word.folded].first else { return false }
            return
                !(first < 0x250 || (0x600..<0x780).contains(first) || (0x1200..<0x13A0).contains(first)
                || (0x2C60..<0x2C80).contains(first) || (0xA720..<0xA800).contains(first))
        }
        return unknown.count >= 2
    }
}

/// Letters hit at random.
enum Keyboard {
    /// Whether most words have no vowel or five consonants in a row.
    static func isMashed(_ reading: Reading) -> Bool {
        let words = reading.words.filter(\.hasLetter)
        let mashed = words.count { isMashed(reading.letters[$0.folded]) }
        return !words.isEmpty && mashed * 2 >= words.count
    }

    private static func isMashed(_ letters: ArraySlice<UInt32>) -> Bool {
        guard letters.count > 1, letters.allSatisfy({ $0 < 0x80 }) else { return false }
        var run = 0
        var vowels = 0
        for letter in letters {
            if "aeiouyw".unicodeScalars.contains(where: { $0.value == letter }) {
                run = 0
                vowels += 1
            } else {
                run += 1
            }
            if run >= 5 { return true }
        }
        return vowels == 0
    }
}
