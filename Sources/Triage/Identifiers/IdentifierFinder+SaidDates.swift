import Concerns

// Days that are said in words.
extension IdentifierFinder {
    /// A date whose parts are said with “slash” between them.
    mutating func takeSlashed(around slash: Int) {
        let start = max(0, slash - 1)
        let date = spokenDate(start)
        if date.count >= 5, date.contains(slash), !date.contains(where: { isTaken[$0] }) { take(date, .birthday) }
    }

    /// “Pancake Day twenty fifteen”: a day with the year behind it.
    func withYear(_ day: Range<Int>) -> Range<Int> {
        guard !day.isEmpty else { return day }
        var end = day.upperBound
        while end < day.upperBound + 4,
            isIn(.digitWords, end) || isWord(end, anyOf: Self.dateTens + ["thousand", "and"]),
            isJoined(end - 1, by: " -,")
        {
            end += 1
        }
        if end == day.upperBound, isYearOfBirth(end), letters(end).count == 4, isJoined(end - 1, by: " ,") { end += 1 }
        return day.lowerBound..<end
    }

    /// “three-eleven-oh-four”, “nine slash eleven slash oh nine”, “osiemnastego marca dwa tysiące dwunastego”.
    func spokenDate(_ start: Int) -> Range<Int> {
        var end = start
        while isIn(.digitWords, end) || isWord(end, anyOf: Self.dateTens)
            || end > start && isWord(end, anyOf: ["slash", "stroke", "dash", "dot", "point"]),
            end == start || isJoined(end - 1, by: " -,/.")
        {
            end += 1
        }
        if end - start >= 3 { return start..<end }
        // “fy ngeni ar y trydydd o Fai”
        guard !isWord(start, "ar") else { return start..<start }
        end = start
        var spoken = 0
        while end < reading.words.count, isIn([.dateWordsElsewhere, .months], end) || reading.words[end].hasDigit,
            end == start || isJoined(end - 1, by: " -,/.")
        {
            if isIn(.dateWordsElsewhere, end), letters(end).count > 1 { spoken += 1 }
            end += 1
        }
        return end - start >= 3 && spoken > 0 ? start..<end : start..<start
    }
}
