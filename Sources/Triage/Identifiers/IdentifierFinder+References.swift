import Concerns

// References in several pieces: letters and digits that an office strings together.
extension IdentifierFinder {
    /// “crime number 14 C 220 3391 / 23”, “ref: CMP.5518”: all pieces behind a word that says what is coming.
    mutating func findCuedReferences() {
        for cue in reading.words.indices where isIn(.numberCues, cue) && !isAttached(cue) {
            var start = cue + 1
            while start < cue + 4, isWord(start, anyOf: Self.between) || isIn(.numberCues, start) && !isAttached(start)
            {
                start += 1
            }
            guard start < reading.words.count, inSameSentence(cue, start) || isJoined(start - 1, by: " .:#") else {
                continue
            }
            var end = start
            while end < reading.words.count, end < start + 9, !isTaken[end], isPiece(end, first: start),
                end == start || isJoined(end - 1, by: " -/._:#*\\\u{2011}\u{2013}")
            {
                end += 1
            }
            while end > start, !reading.words[end - 1].hasDigit, letters(end - 1).count > 1 || !isCapital(end - 1) {
                if isAttached(end - 1) { break }
                end -= 1
            }
            let words = start..<end
            let signs = words.flatMap { letters($0) }
            let digits = signs.count(where: Self.isDigit)
            guard digits >= 3, digits < signs.count, signs.count <= 20, !isDateLike(words), !words.allSatisfy(isDigits)
            else { continue }
            take(words, .number)
        }
    }

    /// Digits, letters in capitals or alone, or letters that a sign ties to a neighbour.
    private func isPiece(_ word: Int, first: Int) -> Bool {
        if reading.words[word].hasDigit { return letters(word).count <= 12 && !isYear(word, first) }
        guard isLetters(word), letters(word).count <= 6 else { return false }
        let isWordOfText = letters(word).count > 1 && isIn(.ordinary, word)
        if isAttached(word), letters(word).allSatisfy(Self.isLetter), !isWordOfText { return true }
        guard isMixedCase, !isIn([.neverCovered, .numberCues], word) else { return false }
        return letters(word).count == 1
            ? isCapital(word) && !isWord(word, "i") : reading.words[word].isAllCapitals && !isIn(.ordinary, word)
    }

    /// Whether a sign ties it to a neighbour, as in “KT/0912” and “UASC/KT”.
    private func isAttached(_ word: Int) -> Bool { isTied(word - 1) || isTied(word) }

    private func isTied(_ word: Int) -> Bool {
        guard word >= 0, word + 1 < reading.words.count else { return false }
        let gap = reading.gap(after: word)
        guard gap.count == 1, let sign = gap.first, "-/._:".unicodeScalars.contains(sign) else { return false }
        let (one, other) = (reading.words[word], reading.words[word + 1])
        return one.hasDigit || other.hasDigit || sign != "." && one.isAllCapitals && other.isAllCapitals
    }

    /// A year by itself, as in “claim 2021”.
    private func isYear(_ word: Int, _ first: Int) -> Bool {
        guard word == first, letters(word).count == 4, let year = Int(digits(word)) else { return false }
        return (1990...2035).contains(year) && !isAttached(word)
    }

    /// “QQ 12 34 56 C” in any spacing.
    mutating func findInsuranceNumbers() {
        for start in reading.words.indices
        where !isTaken[start] && letters(start).count <= 4 && hasDigit(start..<(start + 3)) {
            guard letters(start).first.map(Self.isLetter) == true else { continue }
            var signs: [UInt32] = []
            for end in start..<min(start + 9, reading.words.count) {
                if end > start, isTaken[end] || !isJoined(end - 1, by: " -.,/") { break }
                signs += letters(end)
                guard signs.count < 10 else { break }
                if signs.count == 9, isInsurance(signs), isOwnPiece(start), isOwnPiece(end) {
                    take(start..<(end + 1), .number)
                    break
                }
            }
        }
    }

    private func isInsurance(_ signs: [UInt32]) -> Bool {
        Self.places(of: signs) == Array(2...7) && Self.isLetter(signs[0]) && Self.isLetter(signs[1])
            && Self.isLetter(signs[8])
    }

    private func isOwnPiece(_ word: Int) -> Bool {
        reading.words[word].hasDigit || !isIn([.ordinary, .neverCovered], word) || isCapital(word)
            || letters(word).count == 1
    }

    private static let between = ["is", "its", "was", "no", "number", "num", "the", "my", "of", "for", "says", "a"]
}
