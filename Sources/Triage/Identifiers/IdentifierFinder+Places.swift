import Concerns

// Addresses, schools, homes, organisations and towns: names are found by the ordinary word behind them.
extension IdentifierFinder {
    mutating func findPlaces() {
        for word in reading.words.indices where !isTaken[word] {
            if isWord(word + 1, "of"), isJoined(word), isJoined(word + 1), let kind = kindOfNamed(word) {
                take(word..<endOfCapitals(from: word + 3), kind)
            } else if let kind = endKind(word) {
                takeNamed(endingAt: word, kind)
            }
        }
        for word in reading.words.indices where !isTaken[word] { takeNumberedHouse(word) }
        for word in reading.words.indices where !isTaken[word] { takeTown(word) }
        findClasses()
    }

    /// “14 Priory” where somebody is or goes.
    private mutating func takeNumberedHouse(_ number: Int) {
        guard isMixedCase, isHouseNumber(number), isWord(number - 1, anyOf: ["at", "to", "from", "in", "near"]),
            isJoined(number), isCapital(number + 1), !isTaken[number + 1], isLetters(number + 1),
            letters(number + 1).count > 3, !isIn([.months, .neverCovered, .roles, .ordinary], number + 1)
        else { return }
        take(number..<endOfCapitals(from: number + 2), .address)
    }

    /// “University of Leeds”, “Tabernacle of Living Waters”.
    private func kindOfNamed(_ word: Int) -> IdentifierKind? {
        if isIn(.schools, word), isLikelyName(word + 2) { return .school }
        let isNamed = isMixedCase && isCapital(word) && isCapital(word + 2)
        return isNamed && isIn(.organisations, word) ? .localOrganisation : nil
    }

    private func endOfCapitals(from start: Int) -> Int {
        var end = start
        while isMixedCase, isCapital(end), isJoined(end - 1), end - start < 2, !isTaken[end] { end += 1 }
        return end
    }

    private func endKind(_ word: Int) -> IdentifierKind? {
        if isIn(.streets, word) || isIn(.weakStreets, word) && !isIn(.homes, word) { return .address }
        if isIn([.schools, .weakSchools], word) { return .school }
        if isIn(.homes, word) { return .home }
        return isIn(.organisations, word) ? .localOrganisation : nil
    }

    private mutating func takeNamed(endingAt end: Int, _ kind: IdentifierKind) {
        var start = end
        while start > 0, end - start < 4, isJoined(start - 1, by: " -'’\r\n") && inSameSentence(start - 1, end),
            canName(start - 1, before: end, kind)
        {
            start -= 1
        }
        if start < end, isIn([.schools, .homes], end - 1), start == end - 1, isIn(.ordinary, end - 1) { return }
        // “31 back rigg street”
        if kind == .address, start < end, start > 1, isHouseNumber(start - 2), isJoined(start - 2), isJoined(start - 1),
            isLetters(start - 1), !isIn([.neverCovered, .roles, .placeCues], start - 1), letters(start - 1).count > 2,
            inSameSentence(start - 2, end)
        {
            start -= 1
        }
        let numbered = withNumbers(start)
        guard start < end else { return }
        let hasNumber = numbered < start
        // “in my last home” and “the main road” are no names; a number before them makes them an address.
        let isSure = (start..<end).contains {
            isUnknown($0) || isNameLike($0) || isMixedCase && isCapital($0) && !isIn(.ordinary, $0)
        }
        guard isSure || hasNumber || isMixedCase && isCapital(end) && isCapital(end - 1) else { return }
        if isIn([.weakStreets, .weakSchools, .organisations], end), !isIn(.streets, end), !hasNumber, !isCapital(end),
            !isUnknown(end - 1), !isCapital(end - 1)
        {
            return
        }
        // “Holt Ridge High School”: the word behind belongs to the name and says better what it is.
        let behind = isJoined(end) && !isTaken[end + 1] ? endKind(end + 1) : nil
        let whole = behind == nil ? end + 1 : end + 2
        take(numbered..<whole, behind ?? (hasNumber && kind == .home ? .address : kind))
    }

    /// Whether the word can be part of a place's name.
    private func canName(_ word: Int, before end: Int, _ kind: IdentifierKind) -> Bool {
        guard isLetters(word), !isTaken[word], !isIn(.roles, word) || isCapital(word) else { return false }
        if isWord(
            word,
            anyOf: ["st", "saint", "upper", "lower", "great", "little", "north", "south", "east", "west", "old", "new"])
        {
            return word + 1 < end || isCapital(word)
        }
        if isIn(.neverCovered, word) { return false }
        // The “park” of “thornley park academy”.
        if endKind(word) != nil, isJoined(word - 1), isUnknown(word - 1) || isNameLike(word - 1) { return true }
        if isCapital(word), isMixedCase, !reading.words[word].startsSentence || !isIn(.ordinary, word) {
            return !isIn(.ordinary, word) || isCapital(end) || word + 1 < end
        }
        if isUnknown(word) || isNameLike(word) {
            return kind != .localOrganisation || isCapital(word) || isUnknown(word)
        }
        // “12 station road”.
        return kind == .address && word == end - 1 && word > 0 && isHouseNumber(word - 1) && isJoined(word - 1)
    }

    /// Where the numbers, flats and rooms before a name begin.
    private func withNumbers(_ start: Int) -> Int {
        var first = start
        var next = start
        while next > 0, isJoined(next - 1, by: " ,\r\n#"), isHouseNumber(next - 1) || isSaidHouseNumber(next - 1) {
            next -= 1
            first = next
            if next > 0, isIn(.units, next - 1), isJoined(next - 1, by: " .#") {
                next -= 1
                first = next
            }
        }
        return first
    }

    /// A house number in words: “twelve Sparrow Close”.
    private func isSaidHouseNumber(_ word: Int) -> Bool {
        isMixedCase && isCapital(word + 1) && isJoined(word) && !isTaken[word] && isWord(word, anyOf: Self.saidNumbers)
    }

    private static let saidNumbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    ]

    private func isHouseNumber(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word), reading.words[word].hasDigit, !isTaken[word] else { return false }
        let digits = letters(word).prefix(while: Self.isDigit).count
        return (1...4).contains(digits) && letters(word).count - digits <= 1
    }

    private mutating func takeTown(_ word: Int) {
        guard isLetters(word), !isIn(.neverCovered, word) else { return }
        // A word that is on the ordinary list alone can be no town.
        guard isIn([.places, .ambiguousPlaces], word) || isUnknown(word), !isCouncil(word) else { return }
        let isCued = isIn(.placeCues, word - 1) && isJoined(word - 1)
        let isMoving = isNear([.movingWords], word..<(word + 1), before: 6)
        let isKnown = isIn(.places, word) && !isIn(.ambiguousPlaces, word)
        let isMeant =
            isIn(.ambiguousPlaces, word)
            && (isCued && isMoving || isCapital(word) && isMixedCase && !reading.words[word].startsSentence)
        let isShaped =
            isUnknown(word) && letters(word).count >= 6 && hasPlaceEnding(word) && !isIn(.givenNames, word)
            && !isIn([.called, .roles, .titles], word - 1)
        let isUnknownPlace =
            isCued && isMoving && isUnknown(word) && !isIn(.givenNames, word) && letters(word).count > 3
        let isTheName =
            isIn(.placeCues, word - 2) && isWord(word - 1, "the") && isUnknown(word) && letters(word).count > 4
            && !isIn(.givenNames, word)
        guard isKnown || isMeant || isShaped || isUnknownPlace || isTheName else { return }
        var start = word
        while start > 0, word - start < 2, isJoined(start - 1, by: " -"),
            isWord(
                start - 1,
                anyOf: [
                    "lower", "upper", "nether", "north", "south", "east", "west", "great", "little", "st", "new", "old",
                    "kings",
                ])
                || isCapital(start - 1) && isUnknown(start - 1) && inSameSentence(start - 1, word)
        {
            start -= 1
        }
        var end = word + 1
        if end < reading.words.count, isJoined(word, by: " -"), isCapital(word), isCapital(end), isUnknown(end) {
            end += 1
        }
        take(start..<end, isTheName ? .home : .place)
    }

    /// Councils stay: the concern is about them.
    func isCouncil(_ word: Int) -> Bool {
        isWord(word + 1, anyOf: ["council", "borough", "county", "city", "councils", "mbc"])
    }

    private func hasPlaceEnding(_ word: Int) -> Bool {
        let letters = letters(word)
        return rules.placeEndings.contains { ending in
            letters.count > ending.count + 2 && letters.suffix(ending.count) == ending[...]
        }
    }

    /// “class 7b”.
    private mutating func findClasses() {
        for word in reading.words.indices.dropLast() where isIn(.classCues, word) && isJoined(word) {
            let next = reading.words[word + 1]
            if next.hasDigit, next.hasLetter, letters(word + 1).count <= 3, !isTaken[word + 1] {
                take((word + 1)..<(word + 2), .school)
            }
        }
        // “her cousin out of 10R”
        for word in reading.words.indices where isMixedCase && reading.words[word].hasDigit && !isTaken[word] {
            let digits = letters(word).prefix(while: Self.isDigit)
            let form = reading.scalars[reading.words[word].range].dropFirst(digits.count)
            let isYear = digits.count == 1 && digits.first.map { $0 >= 0x37 } == true || isUpperYear(word, digits.count)
            guard isYear, (1...2).contains(form.count), form.allSatisfy(Reading.isCapital),
                !isWord(word, anyOf: Self.notForms)
            else { continue }
            take(word..<(word + 1), .school)
        }
    }

    /// Whether two digits are a year of secondary school: 10 to 13.
    private func isUpperYear(_ word: Int, _ count: Int) -> Bool {
        count == 2 && letters(word).first == 0x31
            && letters(word).dropFirst().first.map { (0x30...0x33).contains($0) } == true
    }

    private static let notForms = [
        "7am", "8am", "9am", "10am", "11am", "12am", "7pm", "8pm", "9pm", "10pm", "11pm", "12pm", "7k", "8k", "9k",
        "10k",
        "11k", "12k", "13k", "8gb", "10m", "10g",
    ]
}
