// What stands like a number and identifies nobody: the weights know only that it stands where numbers do.
extension IdentifierFinder {
    /// The words of which a public number is made up, such as “0800 1111”.
    func publicNumbers() -> Set<Int> {
        var found: Set<Int> = []
        var start = 0
        while start < reading.words.count {
            guard isDigits(start) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < reading.words.count, isDigits(end), isJoined(end - 1, by: " .-()/\u{2011}\u{2013}") { end += 1 }
            if helplines.contains((start..<end).map(digits).joined()) { found.formUnion(start..<end) }
            start = end
        }
        return found
    }

    /// Whether a word only speaks of a number, as “landline” does, or tells the time, as “4pm” does.
    func onlySpeaksOfNumber(_ word: Int) -> Bool {
        guard reading.words[word].hasDigit else {
            return isIn(Self.aboutNumbers, word) && !isIn(.digitWords, word)
        }
        if isMoney(word) || isDecimal(word) { return true }
        let letters = letters(word)
        // “in 2016”, “year11”, “covid19”
        if letters.count == 4, letters.allSatisfy(Self.isDigit) {
            return (1990...2035).contains(Int(digits(word)) ?? 0) && !isNear([.months], word..<(word + 1), before: 2)
        }
        let name = letters.prefix(while: Self.isLetter)
        if name.count > 3, letters.count - name.count < 3, letters.dropFirst(name.count).allSatisfy(Self.isDigit),
            !rules.lists.lists(of: name).isDisjoint(with: [.ordinary, .neverCovered, .schools, .classCues])
        {
            return true
        }
        return (3...4).contains(letters.count) && letters.dropLast(2).allSatisfy(Self.isDigit)
            && ["am", "pm"].contains { letters.suffix(2).elementsEqual($0.unicodeScalars.map(\.value)) }
    }

    /// “11.44”, “£4,471,900”: the pieces of one number, or of a sum.
    private func isDecimal(_ word: Int) -> Bool {
        [word - 1, word].contains { first in
            guard first >= 0, isDigits(first), isDigits(first + 1), letters(first).count <= 3 else { return false }
            let sign = reading.gap(after: first)
            return letters(first + 1).count <= 3 && (sign.elementsEqual(["."]) || sign.elementsEqual([","]))
        }
    }

    private static let aboutNumbers: RedactionLists = [
        .ordinary, .numberCues, .phoneCues, .postcodeCues, .vehicleCues, .birthdayCues, .handleCues, .neverCovered,
    ]
}
