import Concerns

// Postcodes, marks and numbers that are spelt: by the telephone's alphabet, or letter by letter with figures in words.
extension IdentifierFinder {
    /// “november echo five eight, three tango whiskey”, “cr four eight seven t j”.
    mutating func findSpeltCodes() {
        for start in reading.words.indices where !isTaken[start] && canBeSpelt(start) {
            var code = SpeltCode()
            var (next, found) = (start, (end: start, kind: IdentifierKind?.none))
            while next < reading.words.count, !isTaken[next], next == start || isSpeltOn(next - 1) {
                if next > start, isWord(next, anyOf: ["then", "space", "dash"]) {
                    next += 1
                    continue
                }
                guard add(next, to: &code), code.signs.count < 12 else { break }
                next += 1
                // “x-ray” is one letter.
                if isWord(next - 1, "x"), isWord(next, "ray") { next += 1 }
                if let kind = kind(of: code, from: start) { found = (next, kind) }
            }
            if let kind = found.kind { take(start..<found.end, kind) }
        }
    }

    private func isSpeltOn(_ word: Int) -> Bool { isJoined(word, by: " ,-.\u{2013}\u{2014}") }

    private func canBeSpelt(_ word: Int) -> Bool {
        isIn([.alphabet, .digitWords], word) || letters(word).count == 1 && isLetters(word)
            || letters(word).count == 2 && isLetters(word) && isIn(.postcodeAreas, word) && !isIn(.ordinary, word)
    }

    /// - Returns: false where the word is none of what codes are spelt with.
    private func add(_ word: Int, to code: inout SpeltCode) -> Bool {
        if isIn(.alphabet, word), let first = letters(word).first {
            code.signs.append(first)
            code.byAlphabet += 1
        } else if isWord(word, "x"), isWord(word + 1, "ray") {
            code.signs.append(0x78)
            code.byAlphabet += 1
        } else if let digit = Self.digit(said: letters(word)) {
            code.signs.append(digit)
            code.inWords += 1
        } else if let ten = Self.ten(said: letters(word)) {
            // “ninety nine” is 99 and “ninety” 90.
            code.signs += isIn(.digitWords, word + 1) && isJoined(word, by: " -") ? [ten] : [ten, 0x30]
            code.inWords += 1
        } else if letters(word).count == 1 || letters(word).count == 2 && code.signs.isEmpty {
            code.signs += letters(word)
        } else if reading.words[word].hasDigit, letters(word).count <= 4 {
            code.signs += letters(word)
        } else {
            return false
        }
        return true
    }

    private static func ten(said letters: ArraySlice<UInt32>) -> UInt32? {
        saidTens.first { $0.word != "ten" && letters.elementsEqual($0.word.unicodeScalars.lazy.map(\.value)) }?
            .digits.unicodeScalars.first?.value
    }

    /// “a 9 9 1 3 c k”: so many single signs in a row are read off something.
    mutating func findSingleSigns() {
        var start = 0
        while start < reading.words.count {
            var (end, digits) = (start, 0)
            while end < reading.words.count, !isTaken[end], letters(end).count == 1,
                reading.words[end].hasLetter || reading.words[end].hasDigit, end == start || isSpeltOn(end - 1)
            {
                digits += reading.words[end].hasDigit ? 1 : 0
                end += 1
            }
            if end - start > 5, digits > 2, digits < end - start { take(start..<end, .number) }
            start = max(end, start + 1)
        }
    }

    private func kind(of code: SpeltCode, from start: Int) -> IdentifierKind? {
        let signs = code.signs
        let digits = signs.count(where: Self.isDigit)
        let isSaid = code.inWords > 1 && code.inWords + code.byAlphabet < signs.count
        guard code.byAlphabet > 1 || isSaid else { return nil }
        guard digits > 0, digits < signs.count else { return nil }
        if Self.isShape(signs, "aa99aaa") { return .vehicle }
        if (5...7).contains(signs.count), isSpeltPostcode(signs) { return .postcode }
        guard code.byAlphabet > 1, signs.count > 3 else { return nil }
        if isNear([.vehicleCues], start..<(start + 1), before: 8, after: 8) { return .vehicle }
        return .number
    }

    private func isSpeltPostcode(_ signs: [UInt32]) -> Bool {
        let inward = signs.suffix(3)
        guard inward.first.map(Self.isDigit) == true, inward.dropFirst().allSatisfy(Self.isLetter) else { return false }
        return isExactOutward(signs.dropLast(3))
    }
}

/// What was spelt so far.
private struct SpeltCode {
    var signs: [UInt32] = []
    var byAlphabet = 0
    var inWords = 0
}
