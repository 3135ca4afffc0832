import Concerns

// Dates of birth, in figures and in words.
extension IdentifierFinder {
    /// Dates beside a word about birth, those on which somebody reaches an age, and whole dates long past beside which
    /// nothing says what happened.
    ///
    /// Other dates stay: inspectors need them.
    mutating func findDates() {
        for word in reading.words.indices {
            // “nine slash eleven slash oh nine” says by itself what it is.
            if isWord(word, "slash"), !isTaken[word] { takeSlashed(around: word) }
            if isBirthdayCue(word) {
                takeDates(around: word)
            } else if isAge(word), let cue = [1, 2].first(where: { isWord(word + $0, anyOf: Self.reaching) }),
                inSameSentence(word, word + cue)
            {
                takeReached(word + cue + 1, isTurning: isTurning(before: word))
            } else if isAge(word), isTurning(before: word),
                isWord(word + 1, anyOf: Self.weekdays + ["today", "yesterday"])
            {
                take((word + 1)..<(word + 2), .birthday)
            } else if isAge(word), isTurning(before: word), let date = dateSoon(after: word) {
                take(withWordsAround(date), .birthday)
            } else if isOwnAge(word), let cue = [1, 2].first(where: { isWord(word + $0, anyOf: ["is", "on", "its"]) }) {
                let when = word + cue + 1
                takeReached(isWord(when, "on") ? when + 1 : when, isTurning: true)
            } else if isYearOfBirth(word), isWord(word + 1, anyOf: ["baby", "babies", "liner", "kid", "born"]) {
                take(word..<(word + 1), .birthday)
            }
        }
        findBareDates()
    }

    /// “turning 18 14th feb”, “mbush 18 vjeç më 14 nëntor”.
    private func dateSoon(after age: Int) -> Range<Int>? {
        for start in (age + 1)..<(age + 4) where start < reading.words.count && inSameSentence(age, start) {
            let date = date(from: start)
            if date.contains(where: { isIn(.months, $0) }) { return date }
        }
        return nil
    }

    private func isBirthdayCue(_ word: Int) -> Bool {
        isIn(.birthdayCues, word) || isWord(word, "d") && isWord(word + 1, "o") && isWord(word + 2, "b")
            || isWord(word, anyOf: ["pen", "mhen", "phen", "ben"]) && isWord(word + 1, "blwydd")
            || isWord(word, "b") && isWord(word + 1, anyOf: ["day", "days"]) && isJoined(word, by: "- ")
    }

    private mutating func takeDates(around cue: Int) {
        let reach = max(0, cue - 5)..<min(reading.words.count, cue + 18)
        var word = reach.lowerBound
        while word < reach.upperBound {
            let isClose = word > cue && word - cue < 6 && inSameSentence(cue, word)
            var date = date(from: word)
            // Far from the cue only what is a date in figures, and no other number in three pieces.
            if word > cue + 10, date.count != 3 || yearOfWholeDate(date) == nil { date = word..<word }
            if date.isEmpty, isClose { date = withYear(festival(word)) }
            if date.isEmpty, isClose, word - cue < 5,
                isDay(word) || isIn(.months, word) && follows(word, ["in", "is", "on"])
            {
                date = word..<(word + 1)
            }
            if date.isEmpty, isClose, isWord(word, anyOf: Self.weekdays),
                follows(word, ["is", "on", "birthday", "its", "bday"])
            {
                date = word..<(word + 1)
            }
            if date.isEmpty, isClose, isShortYear(word, after: cue) { date = word..<(word + 1) }
            // “born oh four”
            if date.isEmpty, word == cue + 1 || isWord(word - 1, "in"), isWord(word, anyOf: ["oh", "o", "nought"]),
                isIn(.digitWords, word + 1), isJoined(word)
            {
                date = word..<(word + 2)
            }
            // “three-eleven-oh-four”
            if date.isEmpty, isClose { date = spokenDate(word) }
            if !date.isEmpty, !isTaken[word] { take(withWordsAround(date), .birthday) }
            word = max(date.upperBound, word + 1)
        }
    }

    /// “born in 09”, “born ’09”, not “born 12 weeks early”.
    private func isShortYear(_ word: Int, after cue: Int) -> Bool {
        guard reading.words[word].hasDigit, letters(word).count == 2, isYearOfBirth(word), word - cue < 4 else {
            return false
        }
        let hasMark = reading.gap(after: word - 1).last.map(Reading.isApostrophe) == true
        return (hasMark || isWord(word - 1, anyOf: ["in", "born"]))
            && !isWord(word + 1, anyOf: ["weeks", "days", "minutes", "months", "mins", "years", "hours", "wks"])
    }

    /// “on the 3rd”, “the 19th of next month”.
    private func withWordsAround(_ date: Range<Int>) -> Range<Int> {
        var (start, end) = (date.lowerBound, date.upperBound)
        if isWord(start - 1, anyOf: ["the", "y"]), !isTaken[start - 1] { start -= 1 }
        if start < date.lowerBound || isDay(start), isWord(start - 1, "on"), !isTaken[start - 1] { start -= 1 }
        if isWord(end, "of"), isWord(end + 1, anyOf: ["next", "this"]), isWord(end + 2, "month") { end += 3 }
        return start..<end
    }

    /// “18 on Tuesday”, “turned 16 in march”, “18 since august the 2nd”.
    private mutating func takeReached(_ word: Int, isTurning: Bool) {
        guard reading.words.indices.contains(word), !isTaken[word] else { return }
        let isYear = letters(word).count == 4 && reading.words[word].hasDigit
        var when = date(from: word)
        if when.count == 1, isYear, !isTurning { return }
        if when.isEmpty { when = festival(word) }
        if when.isEmpty, isIn(.months, word), !isWord(word, anyOf: ["may", "mar", "dec"]) || isTurning {
            when = word..<(word + 1)
        }
        if when.isEmpty, isTurning, isWord(word, anyOf: Self.weekdays) || isDay(word) { when = word..<(word + 1) }
        if when.isEmpty, isTurning, isWord(word, "the"), isDay(word + 1) { when = word..<(word + 2) }
        if !when.isEmpty { take(when, .birthday) }
    }

    /// The words of a date that starts here; empty where none does.
    func date(from start: Int) -> Range<Int> {
        guard
            isDayOrYear(start) || isIn(.months, start) || isOrdinalWord(start) || isWord(start, "the")
                || isCardinal(start, besideMonth: false)
        else {
            return start..<start
        }
        var next = start
        var (numbers, last) = (0, start)
        var hasMonth = false
        while next < min(reading.words.count, start + 10), !isTaken[next],
            next == start || isJoined(next - 1, by: " /.-,(")
        {
            if isDayOrYear(next) || isOrdinalWord(next) || isCardinal(next, besideMonth: hasMonth) {
                if !isOrdinalWord(next - 1) || next == start { numbers += 1 }
                last = next + 1
            } else if isIn(.months, next), numbers > 0 || isDate(afterMonth: next) {
                hasMonth = true
                last = next + 1
            } else if !(isWord(next, anyOf: Self.betweenParts) && (numbers > 0 || hasMonth || next == start)) {
                break
            }
            next += 1
        }
        let isYear = last == start + 1 && letters(start).count == 4 && reading.words[start].hasDigit
        // “QQ 40 18 62 B” has three numbers, too.
        let canBeDay = dayOrMonth(start).map { $0 <= 31 } ?? true
        let isNumeric = canBeDay && (numbers >= 3 || numbers == 2 && isJoined(start, by: "/.-"))
        guard last > start, hasMonth && numbers > 0 || isNumeric || isYear || isSpoken(start..<last, numbers) else {
            return start..<start
        }
        return start..<last
    }

    /// “fifteenth of the second 2004”.
    private func isSpoken(_ words: Range<Int>, _ numbers: Int) -> Bool {
        numbers >= 2 && words.contains(where: isOrdinalWord)
    }

    private func isDate(afterMonth month: Int) -> Bool {
        isDayOrYear(month + 1) || isOrdinalWord(month + 1)
            || isCardinal(month + 1, besideMonth: true)
            || isWord(month + 1, anyOf: Self.betweenParts)
                && (isDay(month + 2) || isOrdinalWord(month + 2) || isWord(month + 2, "the") && isDay(month + 3))
    }

    /// “xmas eve”, “halloween”, “boxing day”.
    private func festival(_ word: Int) -> Range<Int> {
        for days in Self.festivals where isWord(word, days[0]) {
            if days.count == 1 { return word..<(word + 1) }
            if isWord(word + 1, anyOf: Array(days.dropFirst())), isJoined(word) { return word..<(word + 2) }
        }
        return word..<word
    }

    private func follows(_ word: Int, _ choices: [String]) -> Bool { isWord(word - 1, anyOf: choices) }

    /// “21st”.
    private func isDay(_ word: Int) -> Bool {
        isDayOrYear(word)
            && ["st", "nd", "rd", "th"].contains {
                letters(word).suffix(2).elementsEqual($0.unicodeScalars.map(\.value))
            }
    }

    private func isOrdinalWord(_ word: Int) -> Bool { isWord(word, anyOf: Self.ordinalWords) }

    /// “nineteen march oh nine”.
    private func isCardinal(_ word: Int, besideMonth hasMonth: Bool) -> Bool {
        guard isIn(.digitWords, word) || isWord(word, anyOf: Self.dateTens) || isWord(word, anyOf: Self.ages) else {
            return false
        }
        return hasMonth || isIn(.months, word + 1) || isWord(word + 1, "of") && isIn(.months, word + 2)
    }

    private func isTurning(before age: Int) -> Bool {
        if isWord(age - 2, "when"), isWord(age - 1, anyOf: ["im", "hes", "shes"]) { return true }
        if isWord(age - 3, "when"), isWord(age - 1, anyOf: ["am", "is"]) { return true }
        return (max(0, age - 3)..<age).contains { isWord($0, anyOf: Self.turning) }
            || isCapital(age - 1) || isUnknown(age - 1) || isAge(age - 1) && isJoined(age - 1, by: ", ")
    }

    private func isAge(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word) else { return false }
        if letters(word).count > 5, isWord(word, anyOf: Self.ages) { return true }
        guard reading.words[word].hasDigit, letters(word).count <= 2, let age = Int(digits(word)) else { return false }
        return (5...25).contains(age)
    }

    private func isDayOrYear(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word), reading.words[word].hasDigit, letters(word).count <= 4 else {
            return false
        }
        // Numerals of the Ethiopic script have signs for tens.
        if letters(word).allSatisfy({ (0x1369...0x137C).contains($0) }) { return true }
        let digits = letters(word).prefix(while: Self.isDigit)
        let ending = letters(word).dropFirst(digits.count)
        if digits.count == 4 { return ending.isEmpty && isBetween(word, 1300...2099) }
        return (1...2).contains(digits.count)
            && (ending.isEmpty || ending.count == 2 || ending.elementsEqual("ain".unicodeScalars.map(\.value)))
    }

    /// “my 16th”.
    private func isOwnAge(_ word: Int) -> Bool {
        guard isDay(word), let age = dayOrMonth(word), (9...25).contains(age) else { return false }
        return isWord(word - 1, anyOf: ["my", "his", "her", "our", "their"])
    }

    private static let turning = [
        "turn", "turns", "turned", "turning", "be", "becomes", "bej", "mbush", "koncze", "skoncze", "troi",
    ]
    private static let reaching = ["on", "in", "since", "from", "this", "next", "last", "come"]
    private static let betweenParts = ["of", "the", "de", "on", "o", "and", "ar", "y", "day", "thousand"]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tues", "weds", "thurs",
        "fri",
        "tomorrow", "tomorow", "tomoro", "2moro", "tmrw", "tomoz",
    ]
    private static let ages = [
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirteen", "fourteen", "fifteen",
    ]
    static let dateTens = [
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "twenty", "thirty", "hundred", "seventy",
        "eighty",
        "ninety",
    ]
    private static let ordinalWords = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "twenty", "thirtieth", "thirty",
    ]
    /// Each with what may follow; those of one word stand alone.
    private static let festivals = [
        ["xmas", "eve", "day"], ["christmas", "eve", "day"], ["crimbo", "eve", "day"], ["boxing", "day"],
        ["years", "eve", "day"], ["valentines", "day"], ["bonfire", "night"], ["fireworks", "night"],
        ["pancake", "day"],
        ["fools", "day"], ["patricks", "day"], ["halloween"], ["hallowene"], ["haloween"], ["holloween"], ["nye"],
        ["xmas"],
        ["christmas"], ["valentines"], ["easter", "sunday", "monday"], ["eid"], ["diwali"], ["nowruz"], ["newroz"],
    ]
}
