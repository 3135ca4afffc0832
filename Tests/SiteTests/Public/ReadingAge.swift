import Foundation

/// How hard a text is to read: the grade in which a pupil in the United States is at ease with it; 4 is an age of nine.
///
/// Source: Kincaid, Fishburne, Rogers and Chissom, “Derivation of New Readability Formulas” (1975).
struct ReadingAge {
    /// Each with its words.
    let sentences: [[String]]

    /// - Parameter lines: what stands by itself on a page, such as a paragraph or a button; a sentence ends with it.
    init(lines: [String]) {
        sentences = lines.flatMap { $0.split(separator: /[.?!:](?=[”)]?(?:\s|$))/) }
            .map { sentence in
                sentence.split { $0.isWhitespace || "–·".contains($0) }
                    .map(String.init).filter { $0.contains(where: { $0.isLetter || $0.isNumber }) }
            }
            .filter { !$0.isEmpty }
    }

    var grade: Double {
        let words = sentences.joined()
        guard !words.isEmpty else { return 0 }
        let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
        return 0.39 * Double(words.count) / Double(sentences.count)
            + 11.8 * Double(syllables) / Double(words.count) - 15.59
    }

    var longest: [String] { sentences.max { $0.count < $1.count } ?? [] }

    /// Groups of vowels, less the “e” that is not spoken, and one more where two vowels are spoken apart.
    ///
    /// Source: the approach of Greg Fast's Lingua::EN::Syllable (1999), with the endings that our words have. Where it is
    /// wrong it counts too many (`ReadingAgeTests`), so that no page seems easier than it is. A number in digits is one.
    static func syllables(in word: String) -> Int {
        let letters = word.lowercased().filter(\.isLetter)
        let isLong = { (ending: Regex<Substring>) in letters.firstMatch(of: ending) != nil }
        var count = letters.split { !"aeiouy".contains($0) }.count
        if isLong(/[^aeiouy]e$/), !isLong(/[^aeiouy]le$/) { count -= 1 }
        if isLong(/[^aeiouytd]ed$/), !isLong(/[^aeiouy]red$/) { count -= 1 }
        if isLong(/[^aeiouycghsxz]es$/), !isLong(/[^aeiouy]les$/) { count -= 1 }
        let apart = [/[aeiouy]ing/, /[^cst]ia/, /[^cgstx]io/, /iet/, /[dr]eas?$/, /[^gq]ua[^r]/, /eo$/]
        count += apart.count(where: isLong)
        return max(1, count)
    }
}
