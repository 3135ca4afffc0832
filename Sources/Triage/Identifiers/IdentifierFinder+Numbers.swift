import Concerns

// Telephone, case and account numbers.
extension IdentifierFinder {
    mutating func findNumbers() {
        findSingleSigns()
        findCuedReferences()
        findMixedReferences()
        findSpokenNumbers()
        findNumbersInOtherLanguages()
        findRunsOfDigits()
        findPartsOfNumbers()
    }

    private mutating func findRunsOfDigits() {
        var start = 0
        while start < reading.words.count {
            guard !isTaken[start], isDigits(start), !isMoney(start) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < reading.words.count, !isTaken[end], isDigits(end),
                isJoined(end - 1, by: " .-()/+·•_*\u{2011}\u{2013}\u{2014}") || isBrokenOver(end - 1, from: start)
            {
                end += 1
            }
            judge(start..<end)
            start = end
        }
    }

    /// A number on several lines, below a word that says what it is.
    private func isBrokenOver(_ word: Int, from start: Int) -> Bool {
        isJoined(word, by: "\r\n ") && isNear([.numberCues, .phoneCues], start..<(start + 1), before: 5)
    }

    private mutating func judge(_ words: Range<Int>) {
        let digits = words.map(digits).joined()
        let isYears =
            words.allSatisfy { letters($0).count == 4 && isBetween($0, 1900...2099) }
            && !isBehindCapitals(words.lowerBound)
        guard digits.count >= 3, !isYears, !helplines.contains(digits) else { return }
        let startsLikePhone = digits.hasPrefix("0") || digits.hasPrefix("44") || hasPlus(words.lowerBound)
        let isNearPhone = isNear([.phoneCues], words, before: 3)
        if digits.count >= 9, startsLikePhone || isNearPhone {
            return take(withPlus(before: words.lowerBound)..<words.upperBound, .phone)
        }
        if digits.count >= 6, isNearPhone, words.count < 4 { return take(words, .phone) }
        // “made on 12/03/2014”
        if isWholeDateInFigures(words) { return }
        if digits.count >= 7 {
            let before = words.lowerBound - 1
            return take((isPrefix(before) ? before : words.lowerBound)..<words.upperBound, .number)
        }
        if let insurance = insuranceNumber(around: words, digits: digits.count) { return take(insurance, .number) }
        if isCuedNumber(words) || isBare(words, digits) || isSpacedOut(words, digits) {
            let before = words.lowerBound - 1
            let start = digits.count > 4 && isPrefix(before) ? before : words.lowerBound
            return take(start..<withDay(after: words.upperBound), .number)
        }
        takeWithLetters(words, digits)
    }

    /// Whether capitals before a long number are its first part, as in “TEN 00317 882” and “K 2214907”.
    private func isPrefix(_ word: Int) -> Bool {
        // A social worker's number begins with the letters by which everybody calls them.
        let isRegistration =
            isWord(word - 1, "registration") || isWord(word, "sw") && reading.words[word].isAllCapitals
            || isWord(word - 1, anyOf: ["registered", "england", "reg"])
        guard isMixedCase, isJoined(word, by: " -"), isLetters(word), letters(word).count <= 4, !isTaken[word],
            isRegistration || !isIn([.neverCovered, .numberCues, .phoneCues, .roles, .months], word)
        else { return false }
        if letters(word).count == 1 { return isCapital(word) && !isWord(word, anyOf: ["i", "a"]) }
        return reading.words[word].isAllCapitals
    }

    /// “PH 2096”: no year.
    private func isBehindCapitals(_ word: Int) -> Bool {
        isMixedCase && isLetters(word - 1) && isJoined(word - 1) && reading.words[word - 1].isAllCapitals
            && letters(word - 1).count <= 3 && !isIn([.ordinary, .neverCovered, .months, .roles], word - 1)
    }

    /// “DRP 114”: letters in capitals before a number belong to it.
    private mutating func takeWithLetters(_ words: Range<Int>, _ digits: String) {
        let before = words.lowerBound - 1
        guard isMixedCase, isLetters(before), reading.words[before].isAllCapitals, letters(before).count <= 6,
            isJoined(before), !isOrdinaryQuantity(words), !isIn([.ordinary, .months, .roles], before)
        else { return }
        take((isIn(.neverCovered, before) || isTaken[before] ? before + 1 : before)..<words.upperBound, .number)
    }

    /// “0 6 3 5 9 2”: one digit after the other, as a number is read out.
    private func isSpacedOut(_ words: Range<Int>, _ digits: String) -> Bool {
        words.count == digits.count && digits.count > 5 && digits.hasPrefix("0")
    }

    /// “CAD 2214 of 9 March”: the police count their calls anew each day.
    private func withDay(after end: Int) -> Int {
        guard isWord(end, "of"), isJoined(end - 1), isJoined(end) else { return end }
        let day = date(from: end + 1)
        return day.isEmpty ? end : day.upperBound
    }

    /// Five or six digits that count nothing.
    private func isBare(_ words: Range<Int>, _ digits: String) -> Bool {
        let next = words.upperBound
        let counts =
            next < reading.words.count && inSameSentence(words.lowerBound, next) && reading.words[next].hasLetter
            && (letters(next).last == 0x73 || isWord(next, anyOf: Self.counted))
        return words.count == 1 && digits.count >= 5 && !digits.hasSuffix("00") && !counts
    }

    private static let counted = [
        "people", "children", "robux", "per", "a", "quid", "k", "kids", "pound", "year", "of", "young",
    ]

    /// “QQ 12 34 56 C”.
    private func insuranceNumber(around words: Range<Int>, digits: Int) -> Range<Int>? {
        let (before, after) = (words.lowerBound - 1, words.upperBound)
        if digits == 6, isLetters(before), isLetters(before - 1), letters(before).count == 1,
            letters(before - 1).count == 1,
            isLetters(after), letters(after).count == 1
        {
            return (before - 1)..<(after + 1)
        }
        guard digits == 6, isLetters(before), isLetters(after), letters(before).count == 2, letters(after).count == 1,
            !isIn(.ordinary, before) || isCapital(before)
        else { return nil }
        return before..<(after + 1)
    }

    private func isCuedNumber(_ words: Range<Int>) -> Bool {
        // “number, they gave me 220 61”
        let start = max(0, words.lowerBound - (words.count > 1 ? 4 : 3))
        for cue in start..<words.lowerBound where isIn(.numberCues, cue) && inSameSentence(cue, words.lowerBound) {
            // “no 1” and “section 20” are no case numbers.
            if words.map({ letters($0).count }).reduce(0, +) >= 3 { return !isOrdinaryQuantity(words) }
        }
        return false
    }

    /// “in 2021”, “400 times”, “24 hours”.
    private func isOrdinaryQuantity(_ words: Range<Int>) -> Bool {
        isBetween(words.lowerBound, 1990...2035) && letters(words.lowerBound).count == 4
            || isWord(words.lowerBound, "24") && isWord(words.lowerBound + 1, "7")
            || isWord(
                words.upperBound,
                anyOf: [
                    "pounds", "quid", "times", "hours", "days", "miles", "minutes", "pm", "am", "weeks", "months",
                    "years",
                    "metres", "mins", "secs", "seconds", "messages", "texts", "people", "children", "kids", "others",
                ])
    }

    /// Letters and digits with hyphens or strokes, such as a council’s reference.
    private mutating func findMixedReferences() {
        var start = 0
        while start < reading.words.count {
            var end = start + 1
            while end < reading.words.count, isJoined(end - 1, by: "-/_.:"), !reading.gap(after: end - 1).isEmpty {
                end += 1
            }
            judgeMixed(start..<end)
            start = end
        }
    }

    private mutating func judgeMixed(_ words: Range<Int>) {
        guard hasDigit(words), !words.contains(where: { isTaken[$0] }) else { return }
        let signs = words.flatMap { letters($0) }
        let digits = signs.count { (0x30...0x39).contains($0) }
        let alphas = signs.count - digits
        guard digits >= 2, alphas >= 1, signs.count <= 24, !words.allSatisfy(isDigits) else { return }
        let isShape = digits >= 3 && words.count > 1 && !isDateLike(words) && signs.count >= 6
        let isInsurance = words.count == 1 && signs.count >= 8 && digits >= 6 && alphas <= 4
        let isCued = isNear([.numberCues], words, before: 3) && digits >= 3
        // “COM55182”: letters first, then digits.
        let isCode =
            words.count == 1 && digits >= (alphas == 1 ? 5 : 4) && alphas <= 6
            && signs.prefix(alphas).allSatisfy(Self.isLetter) && signs.dropFirst(alphas).allSatisfy(Self.isDigit)
        // “A1234BC”: the prison service’s.
        let isPrison = words.count == 1 && signs.count == 7 && Self.places(of: signs) == [1, 2, 3, 4]
        if isShape || isInsurance || isCued || isCode || isPrison { take(words, .number) }
    }

    /// Where the digits stand.
    static func places(of signs: [UInt32]) -> [Int] { signs.indices.filter { isDigit(signs[$0]) } }

    func isDateLike(_ words: Range<Int>) -> Bool { words.contains { isIn(.months, $0) } || ordinals(words) }

    private func ordinals(_ words: Range<Int>) -> Bool {
        words.allSatisfy { word in
            let text = reading.text(reading.words[word])
            return !text.contains(where: \.isNumber)
                || ["st", "nd", "rd", "th", "am", "pm"].contains { text.hasSuffix($0) }
        }
    }

    /// Digits, with the letters people type for them: “o77oo”.
    func isDigits(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word) else { return false }
        let letters = letters(word)
        guard letters.count <= 40 || reading.words[word].hasDigit else { return false }
        guard reading.words[word].hasDigit else {
            return letters.count <= 3 && letters.allSatisfy { $0 == 0x6F } && hasDigitNeighbour(word)
        }
        return letters.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x6F || $0 == 0x6C || $0 == 0x69 }
    }

    private func hasDigitNeighbour(_ word: Int) -> Bool {
        (word + 1 < reading.words.count && reading.words[word + 1].hasDigit)
            && (letters(word + 1).count > 2)
    }

    func digits(_ word: Int) -> String {
        String(
            String.UnicodeScalarView(
                letters(word).compactMap { letter in
                    switch letter {
                    case 0x6F: "0"
                    case 0x6C, 0x69: "1"
                    default: Unicode.Scalar(letter)
                    }
                }))
    }

    func isBetween(_ word: Int, _ range: ClosedRange<Int>) -> Bool {
        guard letters(word).count <= 9, let value = Int(digits(word)) else { return false }
        return range.contains(value)
    }

    func isMoney(_ word: Int) -> Bool {
        let before = reading.words[word].range.lowerBound - 1
        return before >= 0 && "£$€".unicodeScalars.contains(reading.scalars[before])
    }

    private func hasPlus(_ word: Int) -> Bool {
        let before = reading.words[word].range.lowerBound - 1
        return before >= 0 && reading.scalars[before] == "+"
    }
}
