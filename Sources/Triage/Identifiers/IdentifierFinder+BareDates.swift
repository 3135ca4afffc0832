import Concerns

// Whole dates without a word that says what they are.
extension IdentifierFinder {
    /// “kayleigh, 14/3/09”: a whole date long past, of which nothing says that it is another.
    mutating func findBareDates() {
        var word = 0
        while word < reading.words.count {
            guard !isTaken[word], reading.words[word].hasDigit || isIn(.months, word) else {
                word += 1
                continue
            }
            let date = date(from: word)
            if isLongPast(date) || isWholeDateInFigures(date), !saysWhatHappened(around: date) { take(date, .birthday) }
            word = max(date.upperBound, word + 1)
        }
    }

    /// “11/01/2025”.
    func isWholeDateInFigures(_ date: Range<Int>) -> Bool {
        guard let last = date.last, letters(last).count == 4, !date.contains(where: { isIn(.months, $0) }) else {
            return false
        }
        return yearOfWholeDate(date).map((1940...2035).contains) == true
    }

    /// Whether it is a whole date from 1940 to 2018.
    private func isLongPast(_ date: Range<Int>) -> Bool { yearOfWholeDate(date).map((1940...2018).contains) == true }

    /// The year of a day, a month and a year; nil for anything else.
    func yearOfWholeDate(_ date: Range<Int>) -> Int? {
        let numbers = date.filter { reading.words[$0].hasDigit }
        let hasMonth = date.contains { isIn(.months, $0) }
        guard let last = numbers.last, last == date.upperBound - 1, numbers.count == (hasMonth ? 2 : 3),
            let day = dayOrMonth(numbers[0]), (1...31).contains(day), let year = year(last)
        else { return nil }
        if !hasMonth {
            guard let month = dayOrMonth(numbers[1]), min(day, month) <= 12, max(day, month) <= 31, month > 0,
                (numbers[0]..<last).allSatisfy({ isJoined($0, by: "/.-") })
            else { return nil }
        }
        return year
    }

    func dayOrMonth(_ word: Int) -> Int? {
        let digits = letters(word).prefix(while: Self.isDigit)
        return digits.count < 3 ? Int(String(String.UnicodeScalarView(digits.compactMap(Unicode.Scalar.init)))) : nil
    }

    private func year(_ word: Int) -> Int? {
        guard letters(word).allSatisfy(Self.isDigit), let value = Int(digits(word)) else { return nil }
        if letters(word).count == 4 { return value }
        return letters(word).count == 2 ? value < 30 ? 2000 + value : 1900 + value : nil
    }

    func isYearOfBirth(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word), reading.words[word].hasDigit, let year = year(word) else {
            return false
        }
        return (1985...2018).contains(year)
    }

    private func saysWhatHappened(around date: Range<Int>) -> Bool {
        let before = max(0, date.lowerBound - 4)..<date.lowerBound
        let after = date.upperBound..<min(reading.words.count, date.upperBound + 2)
        return before.contains { inSameSentence($0, date.lowerBound) && isWord($0, anyOf: Self.events) }
            || after.contains { inSameSentence($0, date.lowerBound) && isWord($0, anyOf: Self.happenings) }
    }

    /// What stands before the date of something else than a birth.
    private static let events = [
        "on", "since", "until", "till", "from", "by", "before", "after", "dated", "date", "letter", "order", "review",
        "meeting", "visit", "court", "placed", "moved", "came", "went", "inspection", "report", "received", "removed",
        "taken", "signed", "sent", "opened", "closed", "hearing", "panel", "ended", "started", "died", "deceased",
        "due",
        "act", "regulations", "version", "last", "updated", "arrived", "adopted", "between", "to", "and",
    ]
    /// What stands behind it.
    private static let happenings = [
        "we", "they", "it", "there", "was", "were", "had", "when", "meeting", "review", "visit", "order", "letter",
    ]
}
