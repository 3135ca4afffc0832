import Concerns

// Registration marks, whole and in part.
extension IdentifierFinder {
    /// A mark as it has been since 2001 anywhere, even letter by letter, and those before it where letters and digits alone
    /// say it; the rest, and parts, beside a word that names a car.
    mutating func findVehicles() {
        for start in reading.words.indices where !isTaken[start] {
            guard letters(start).count <= 7, hasDigit(start..<(start + 7)) || reading.words[start].hasLetter else {
                continue
            }
            let isCued = isNear([.vehicleCues], start..<(start + 1), before: 6, after: 2)
            if isCued || hasDigit(start..<(start + 7)) { takeMark(from: start, isCued: isCued) }
            if isCued, !isTaken[start] { takePartOfMark(from: start) }
        }
    }

    private mutating func takeMark(from start: Int, isCued: Bool) {
        let isPlate = isCued && isAfterPlate(start)
        var signs: [UInt32] = []
        // The longest: “LN 21” might be a mark by itself, and is the beginning of “LN 21 VDJ”.
        var mark: Range<Int>?
        defer { if let mark { take(mark, .vehicle) } }
        for end in start..<min(start + 7, reading.words.count) {
            if end > start, isTaken[end] || !isMarkJoined(end - 1, isCued: isCued) { return }
            let said = isCued ? Self.digit(said: letters(end)) : nil
            signs += said.map { [$0] } ?? Array(letters(end))
            guard signs.count <= 7 else { return }
            if isMark(signs, start..<(end + 1), isCued: isCued, isPlate: isPlate) {
                mark = start..<(end + 1)
            }
        }
    }

    private func isMarkJoined(_ word: Int, isCued: Bool) -> Bool {
        if isJoined(word, by: isCued ? " -.?*," : " -") { return true }
        // “LN 21 … V D J”
        let gap = reading.gap(after: word)
        return isCued && gap.count <= 6 && gap.allSatisfy { " .…-–—".unicodeScalars.contains($0) }
    }

    private func isMark(_ signs: [UInt32], _ words: Range<Int>, isCued: Bool, isPlate: Bool) -> Bool {
        guard signs.count > 3, signs.contains(where: Self.isDigit) else { return false }
        let isSpelt = words.count == signs.count
        let typed = signs.enumerated().map { [2, 3].contains($0.offset) ? Self.typedDigit($0.element) : $0.element }
        if Self.isShape(typed, "aa99aaa") {
            let isTyped = typed == signs
            if isSpelt || isTyped && words.count == 1 { return true }
            let isParted = words.count == 2 && letters(words.lowerBound).count == 4
            // “is 16 and” and “ma 12 lat” have the shape, too.
            let isCode = !isGuessRisky || isVowelless(words.upperBound - 1)
            guard isCued || isParted || isTyped && isCode else { return false }
            return isParted || words.allSatisfy { canBePart($0, isCued: isCued) }
        }
        guard hasDigit(words) else { return false }
        // “h846 w z d”
        let isEndSpelt = isCued && words.dropFirst().allSatisfy { letters($0).count == 1 }
        guard isSpelt || isEndSpelt || words.count <= 3, words.allSatisfy({ canBePart($0, isCued: isCued) }) else {
            return false
        }
        if words.count < 3, let shape = Self.tellingShapes.first(where: { Self.isShape(signs, $0) }) {
            // “b12 tbh” and “abt 100m” are none.
            let isSure = words.count == 1 || shape == "a999aaa" && letters(words.lowerBound).count == 4
            return isCued || isSure
                || words.allSatisfy { reading.words[$0].hasDigit || isMixedCase && reading.words[$0].isAllCapitals }
        }
        return isCued && signs.count > 4 && Self.oldShapes.contains { Self.isShape(signs, $0) }
            || isPlate && Self.ownShapes.contains { Self.isShape(signs, $0) }
    }

    /// Whether a piece of what looks like a mark is no word of a sentence.
    private func canBePart(_ word: Int, isCued: Bool) -> Bool {
        if reading.words[word].hasDigit { return true }
        if isCued, isIn(.digitWords, word) { return true }
        return !isIn([.ordinary, .neverCovered, .months], word) || isMixedCase && reading.words[word].isAllCapitals
            || letters(word).count == 1 && (isCapital(word) || !isWord(word, anyOf: ["a", "i"]))
    }

    /// Whether letters and digits stand as in a pattern of “a” and “9”.
    static func isShape(_ signs: [UInt32], _ shape: String) -> Bool {
        guard signs.count == shape.utf8.count else { return false }
        return zip(signs, shape.utf8).allSatisfy { sign, kind in kind == 0x61 ? isLetter(sign) : isDigit(sign) }
    }

    /// Marks of 1963 to 2001, which nothing else looks like.
    private static let tellingShapes = ["a999aaa", "aaa999a", "a99aaa", "aaa99a"]
    private static let oldShapes = [
        "a9aaa", "a99aaa", "a999aaa", "aaa9a", "aaa99a", "aaa999a", "aaa9999", "aa9999", "aaa999", "aaa99",
    ]
    /// Marks without a year, and those that somebody chose: only where a plate is spoken of.
    private static let ownShapes = [
        "aa999", "aa9999", "a9999", "a999", "aaa9", "9999aa", "9999aaa", "999aaa", "999aa", "99aaa", "9aaa",
        "9999a", "a9aa", "aa9aaa", "aa9a", "aaa9aaa",
    ]

    /// “reg is”, “plate number”, “number plate was”.
    private func isAfterPlate(_ word: Int) -> Bool {
        var cue = word - 1
        while cue > word - 5,
            isWord(cue, anyOf: ["is", "its", "was", "number", "no", "num", "said", "says", "the", "like", "a", "it"])
        {
            cue -= 1
        }
        return isWord(cue, anyOf: Self.plates)
    }

    /// “reg ends KXT”, “KN99 something”, “LR 99 and a T”: what somebody kept of a mark.
    private mutating func takePartOfMark(from start: Int) {
        var end = start
        if ["aa99", "aa99a", "aa99aa"].contains(where: { Self.isShape(Array(letters(start)), $0) }) {
            end = start + 1
        } else if letters(start).count == 2, isLetters(start),
            !isIn(.ordinary, start) || reading.words[start].isAllCapitals,
            isJoined(start), isDigits(start + 1), letters(start + 1).count == 2
        {
            end = start + 2
        }
        // “..17 KQO”
        if end == start, isDigits(start), letters(start).count == 2, isLetters(start + 1),
            letters(start + 1).count == 3,
            isJoined(start), reading.words[start + 1].isAllCapitals && isMixedCase || isVowelless(start + 1)
        {
            end = start + 2
        }
        if end == start, let spelt = speltPart(from: start) { end = spelt }
        guard end > start else {
            if isPartOfMark(start) { take(start..<(start + 1), .vehicle) }
            return
        }
        var next = end
        while next < min(end + 4, reading.words.count), inSameSentence(start, next), !isTaken[next] {
            if letters(next).count <= 3, isLetters(next), isUnknown(next) || letters(next).count == 1 || isCapital(next)
            {
                end = next + 1
            } else if isWord(next, anyOf: ["something", "summat", "sumthing", "somethin", "smth"]) {
                end = next + 1
            } else if !isWord(next, anyOf: ["and", "then", "n", "a", "maybe", "or"]) {
                break
            }
            next += 1
        }
        take(start..<end, .vehicle)
    }

    /// “reg starts p x 9 7”, “its RK 4 7”: letters and digits one by one, of which some are missing.
    private func speltPart(from start: Int) -> Int? {
        var (end, signs) = (start, [UInt32]())
        while end < reading.words.count, !isTaken[end],
            letters(end).count == 1 || end == start && letters(end).count == 2,
            end == start || isJoined(end - 1, by: " -.")
        {
            signs += letters(end)
            end += 1
        }
        return ["aa99", "aa99a", "aa99aa"].contains { Self.isShape(signs, $0) } ? end : nil
    }

    private func isPartOfMark(_ word: Int) -> Bool {
        let text = reading.words[word]
        guard text.hasDigit || text.isAllCapitals || letters(word).count <= 3 && isUnknown(word),
            letters(word).count >= 2,
            (max(0, word - 4)..<word).contains(where: { isWord($0, anyOf: Self.plates + Self.endings) })
        else { return false }
        return text.hasDigit && text.hasLetter
            || !text.hasDigit && letters(word).count <= 3 && !isIn([.ordinary, .neverCovered], word)
            || text.hasDigit && letters(word).count <= 4
                && isWord(word - 1, anyOf: ["ends", "ending", "in", "with", "starts", "starting", "is"])
    }

    private static let plates = [
        "reg", "regs", "registration", "plate", "plates", "rego", "numberplate", "regno", "registered",
    ]
    private static let endings = [
        "ending", "ends", "starting", "starts", "begins", "beginning", "last", "first", "letters",
        "finishing", "finishes", "something", "summat",
    ]
}
