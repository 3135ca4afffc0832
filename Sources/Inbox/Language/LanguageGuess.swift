package import FactFiles

/// The language of a text, guessed from its script, its letters and its everyday words (`languages.yaml`).
///
/// Only its first words are looked at, each once, so that a guess costs some microseconds.
package struct LanguageGuess: Sendable {
    private let scripts: LanguageScripts
    private let words: LanguageWords
    private let codes: [String]
    /// By script, its languages as bits.
    private let languages: [UInt64]
    private let leastPoints: Int
    private let pointsPerWord: Double
    private let timesTheNext: Double

    private static let mostScalars = 2_000

    /// - Throws: ``FactProblem`` naming the line that cannot be used.
    package init(file: String, text: String) throws(FactProblem) {
        let tree = try FactTree(file: file, text: text)
        try tree.allow(only: ["sure", "scripts", "languages"])
        let sure = try tree["sure"]
        try sure.allow(only: ["points", "points_per_word", "times_the_next"])
        leastPoints = try sure["points"].int
        pointsPerWord = try sure["points_per_word"].number
        timesTheNext = try sure["times_the_next"].number
        scripts = try LanguageScripts(tree["scripts"])
        var words = LanguageWords()
        var codes: [String] = []
        var languages = [UInt64](repeating: 0, count: scripts.names.count)
        for entry in try tree["languages"].list {
            try entry.allow(only: ["code", "script", "letters", "words"])
            guard codes.count < UInt64.bitWidth else {
                throw entry.problem("there are more than \(UInt64.bitWidth) languages", "Take one out.")
            }
            let code = try entry["code"].text
            guard !codes.contains(code) else { throw entry.problem("“\(code)” stands twice", "Put the two together.") }
            let script = try entry["script"]
            let name = try script.text
            guard let number = scripts.names.firstIndex(of: name) else {
                throw script.problem("“\(name)” is none of the scripts above", "Name one, or add it there.")
            }
            try words.add(entry, language: codes.count)
            languages[number] |= 1 << UInt64(codes.count)
            codes.append(code)
        }
        (self.words, self.codes, self.languages) = (words, codes, languages)
    }

    /// The language as BCP 47; nil where the text is too short, mixed, or like none of those known.
    package func language(of text: String) -> String? {
        var reading = LanguageReading(scripts: scripts, words: words)
        var count = 0
        for scalar in text.unicodeScalars {
            reading.take(scalar.value)
            count += 1
            if count == Self.mostScalars { break }
        }
        reading.endWord()
        guard let script = reading.mainScript else { return nil }
        let candidates = languages[script]
        if candidates.nonzeroBitCount == 1 { return codes[candidates.trailingZeroBitCount] }
        var best = (points: 0, language: 0)
        var next = 0
        for language in codes.indices where candidates & (1 << UInt64(language)) != 0 {
            let points = reading.points[language]
            if points > best.points {
                (best, next) = ((points, language), best.points)
            } else {
                next = max(next, points)
            }
        }
        let isEnough = best.points >= leastPoints && Double(best.points) >= pointsPerWord * Double(reading.wordCount)
        return isEnough && Double(best.points) >= timesTheNext * Double(next) ? codes[best.language] : nil
    }
}
