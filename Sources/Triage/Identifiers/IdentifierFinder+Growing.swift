import Concerns

// What was found of a number, mark or postcode, and the rest of it.
extension IdentifierFinder {
    /// A find with the pieces that belong to it at its end and beginning: half of a number leads to a person as the whole does.
    ///
    /// “CE 14 ?? T”, “A 1 2 9 9 0 7 / 3”, “B 97 7 lk”: somebody who writes one in pieces, or leaves signs out, is not stopped by
    /// the shape that was looked for.
    func grown(_ words: Range<Int>, _ kind: IdentifierKind) -> Range<Int> {
        guard [.vehicle, .postcode, .number, .phone].contains(kind) else { return words }
        let isSpelt = words.count > 2 && words.count { letters($0).count == 1 } * 2 > words.count
        var (low, high) = (words.lowerBound, words.upperBound)
        while high < reading.words.count, !isTaken[high], isPieceJoined(high - 1),
            isPiece(high, after: high - 1, of: kind, isSpelt: isSpelt)
        {
            high += 1
        }
        while low > 0, !isTaken[low - 1], isPieceJoined(low - 1), isPieceBefore(low - 1, of: kind, isSpelt: isSpelt) {
            low -= 1
        }
        return low..<high
    }

    /// Whether only such signs stand after a word as part the pieces of a number.
    private func isPieceJoined(_ word: Int) -> Bool {
        let gap = reading.gap(after: word)
        return gap.count <= 5 && gap.allSatisfy { " -/.?*_#".unicodeScalars.contains($0) }
    }

    private func isPiece(_ word: Int, after former: Int, of kind: IdentifierKind, isSpelt: Bool) -> Bool {
        let text = reading.words[word]
        let length = letters(word).count
        let gap = reading.gap(after: former)
        let isTight = !gap.isEmpty && !gap.contains(" ")
        let hasBlanks = gap.contains { "?*_#".unicodeScalars.contains($0) }
        if length == 1, isSpelt || hasBlanks { return !isLoneWord(word) }
        // “NV-2231/K”
        if length == 1, kind == .number, isTight, isCapital(word) { return true }
        if length == 1, kind == .vehicle || kind == .postcode, text.hasDigit || isCapital(word) {
            return !isLoneWord(word)
        }
        if !text.hasLetter, length <= 6, kind == .number {
            return isTight || gap.contains("/") || gap.contains("-") || isSpelt && length <= 3
        }
        if hasBlanks, length <= 3 { return isUnknown(word) || text.hasDigit }
        guard kind == .vehicle || kind == .postcode, length <= 3, text.hasLetter, !isIn([.ordinary, .months], word)
        else { return false }
        if isMixedCase, text.isAllCapitals { return !isLoneWord(word) }
        // The second half of a postcode whose sector stands alone.
        return kind == .postcode && length == 2 && isDigits(former) && letters(former).count == 1 && isUnknown(word)
    }

    private func isPieceBefore(_ word: Int, of kind: IdentifierKind, isSpelt: Bool) -> Bool {
        let length = letters(word).count
        if length == 1, isSpelt { return reading.words[word].hasDigit || !isLoneWord(word) && isCapital(word) }
        let gap = reading.gap(after: word)
        return kind == .number && length <= 6 && !reading.words[word].hasLetter
            && (gap.contains("/") || gap.contains("-"))
    }

    /// “i” and “a” are words by themselves, as “u”, “n”, “x” and others are on a telephone; not where more pieces follow.
    private func isLoneWord(_ word: Int) -> Bool {
        guard letters(word).count == 1, !reading.words[word].hasDigit else { return false }
        let isFollowed = word + 1 < reading.words.count && isPieceJoined(word) && letters(word + 1).count == 1
        if isFollowed { return false }
        return isWord(word, anyOf: ["i", "a"])
            || !isCapital(word) && isWord(word, anyOf: ["u", "n", "x", "r", "y", "k"])
    }
}
