import Concerns

// Postcodes, whole and in part.
extension IdentifierFinder {
    /// A postcode in any spacing and case; the first half alone where it is said as an address.
    mutating func findPostcodes() {
        for start in reading.words.indices where !isTaken[start] {
            guard letters(start).count <= 7, letters(start).first.map({ $0 < 0x80 }) == true else { continue }
            let isCued = isNear([.postcodeCues], start..<(start + 1), before: 4)
            if isCued || hasDigit(start..<(start + 7)) { takePostcode(from: start, isCued: isCued) }
            if !isTaken[start], isCued, isAfterPostcode(start), isInward(letters(start)) {
                take(start..<(start + 1), .postcode)
            }
            if !isTaken[start], reading.words[start].hasDigit, isOutward(letters(start)[...], isLoose: false),
                isSaidAsAddress(start)
            {
                take(start..<(start + 1), .postcode)
            }
        }
    }

    private mutating func takePostcode(from start: Int, isCued: Bool) {
        let isNamed = isAfterPostcode(start)
        var signs: [UInt32] = []
        for end in start..<min(start + 7, reading.words.count) {
            if end > start, isTaken[end] || !isJoined(end - 1, by: isCued ? " -.,/_:–—\r\n" : " -.,/_–\r\n") { return }
            signs += isNamed ? Self.digit(said: letters(end)).map { [$0] } ?? Array(letters(end)) : Array(letters(end))
            guard signs.count <= 7 else { return }
            let words = start..<(end + 1)
            if isNamed || words.count < 5 || signs.count - words.count < 2,
                isPostcode(signs, words, isCued: isCued, isNamed: isNamed)
            {
                return take(words, .postcode)
            }
        }
    }

    private func isPostcode(_ signs: [UInt32], _ words: Range<Int>, isCued: Bool, isNamed: Bool) -> Bool {
        guard signs.count >= 5, signs.contains(where: Self.isDigit) else { return false }
        let inward = signs.suffix(3)
        guard let sector = inward.first, Self.isDigit(sector) || sector == 0x6F || isCued && Self.isOne(sector),
            inward.dropFirst().allSatisfy({ Self.isLetter($0) && (isNamed || !Self.notInInward.contains($0)) })
        else { return false }
        // “on 4 2nd” has the shape, too.
        let isOrdinal = ["st", "nd", "rd", "th"].contains {
            $0.unicodeScalars.map(\.value) == Array(inward.dropFirst())
        }
        guard !isOrdinal || words.count == 1 || isCapital(words.lowerBound) else { return false }
        return isOutward(signs.dropLast(3), isLoose: isCued) || isNamed && isOutwardShape(signs.dropLast(3))
    }

    /// “postcode ends 4QX”.
    private func isInward(_ signs: ArraySlice<UInt32>) -> Bool {
        signs.count == 3 && signs.first.map(Self.isDigit) == true && signs.dropFirst().allSatisfy(Self.isLetter)
    }

    /// - Parameter isLoose: whether o, i and l may stand for digits.
    private func isOutward(_ signs: ArraySlice<UInt32>, isLoose: Bool) -> Bool {
        if isExactOutward(signs) { return true }
        guard isLoose, (2...4).contains(signs.count) else { return false }
        return [1, 2].contains { area in
            let typed = signs.enumerated().map { $0.offset < area ? $0.element : Self.typedDigit($0.element) }
            return isExactOutward(typed[...])
        }
    }

    func isExactOutward(_ signs: ArraySlice<UInt32>) -> Bool {
        isOutwardShape(signs) && rules.lists.lists(of: signs.prefix(while: Self.isLetter)).contains(.postcodeAreas)
    }

    private func isOutwardShape(_ signs: ArraySlice<UInt32>) -> Bool {
        let area = signs.prefix(while: Self.isLetter)
        let district = signs.dropFirst(area.count)
        return (1...2).contains(area.count) && (1...2).contains(district.count)
            && district.first.map(Self.isDigit) == true && district.allSatisfy { $0 < 0x80 }
    }

    /// “postcode is M97”, “lives in m97”, “moss side, M97 somewhere”; motorways, and sections of an act, are no address.
    private func isSaidAsAddress(_ word: Int) -> Bool {
        if isAfterPostcode(word) { return true }
        // “SE15.” by itself.
        if letters(word).count > 3, letters(word).prefix(while: Self.isLetter).count == 2,
            reading.words[word].startsSentence, !inSameSentence(word, word + 1)
        {
            return true
        }
        let isRoadOrSection =
            isWord(word - 1, "the") && letters(word).first == 0x6D
            || letters(word).first == 0x73 && Self.isDigit(letters(word).dropFirst().first ?? 0)
        let isBeforeArea =
            isWord(word + 1, anyOf: ["area", "postcode", "way", "somewhere", "end", "ish", "bit", "side"])
            && isJoined(word)
        if isBeforeArea, !isWord(word - 1, anyOf: ["the", "a"]) || !isRoadOrSection { return true }
        // “contact is in dn99”
        if letters(word).prefix(while: Self.isLetter).count == 2, letters(word).count > 3,
            isWord(word - 1, anyOf: ["in", "to", "from", "near", "around", "round"])
        {
            return true
        }
        guard !isRoadOrSection || isNear([.postcodeCues], word..<(word + 1), before: 2) else { return false }
        return isNear([.postcodeCues, .movingWords], word..<(word + 1), before: 3)
            && isWord(
                word - 1, anyOf: ["in", "code", "near", "area", "post", "to", "from", "at", "around", "round", "by"])
    }

    /// “postcode is”, “post code starts with”.
    private func isAfterPostcode(_ word: Int) -> Bool {
        var cue = word - 1
        while cue > word - 4,
            isWord(cue, anyOf: ["is", "its", "with", "in", "starts", "begins", "starting", "ends", "was", "says"])
        {
            cue -= 1
        }
        return isWord(cue, anyOf: ["postcode", "postcodes", "pcode"])
            || isWord(cue, "code") && isWord(cue - 1, anyOf: ["post", "postal", "zip"])
    }

    /// A digit typed as the letter that looks like it.
    static func typedDigit(_ sign: UInt32) -> UInt32 { sign == 0x6F ? 0x30 : isOne(sign) ? 0x31 : sign }

    private static func isOne(_ sign: UInt32) -> Bool { sign == 0x69 || sign == 0x6C }

    /// The digit that a word such as “seven” says.
    static func digit(said letters: ArraySlice<UInt32>) -> UInt32? {
        digitWords.first { letters.elementsEqual($0.word.unicodeScalars.lazy.map(\.value)) && letters.count > 1 }?
            .digit.unicodeScalars.first?.value
    }

    static func isLetter(_ sign: UInt32) -> Bool { (0x61...0x7A).contains(sign) }
    static func isDigit(_ sign: UInt32) -> Bool { (0x30...0x39).contains(sign) }
    /// Letters that never stand in a postcode’s second half: c, i, k, m, o, v.
    private static let notInInward: Set<UInt32> = [0x63, 0x69, 0x6B, 0x6D, 0x6F, 0x76]
}
