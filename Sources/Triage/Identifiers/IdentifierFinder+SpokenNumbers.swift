import Concerns

// Numbers said in words, and what somebody says of a number: its end, or the next on a list.
extension IdentifierFinder {
    /// “oh seven seven double oh nine hundred 772”, “07700, then 900461”.
    mutating func findSpokenNumbers() {
        var start = 0
        while start < reading.words.count {
            let isNought =
                isDigits(start) && letters(start).first.map(Self.typedDigit) == 0x30
                && !(isDigits(start - 1)
                    && (isJoined(start - 1, by: "-/.") || isWord(start - 1, anyOf: ["44", "0044"])))
            guard !isTaken[start], isNought || isSpoken(start) || isDigits(start) && isSpoken(start + 1) else {
                start += 1
                continue
            }
            var (end, digits, spoken) = spokenRun(from: start)
            if isNought, (3...9).contains(digits.count), !helplines.contains(digits),
                let whole = wholePhone(from: end, digits)
            {
                (end, digits) = whole
            }
            let isWhole = isNought && (10...12).contains(digits.count)
            let isCued = spoken >= 3 && digits.count >= 3 && isNear([.numberCues], start..<end, before: 3)
            if isWhole || isCued || digits.count >= 6 && spoken >= 3, !helplines.contains(digits) {
                take(withPlus(before: start)..<end, isWhole || !isCued ? .phone : .number)
            }
            start = max(end, start + 1)
        }
    }

    /// “07700 then its 900 and the last bit is 529”: what makes a telephone number whole, with words between its pieces.
    private func wholePhone(from start: Int, _ begun: String) -> (end: Int, digits: String)? {
        var (next, digits) = (start, begun)
        while next < reading.words.count, digits.count < 10 {
            var piece = next
            while piece < next + 6, isWord(piece, anyOf: Self.pieceWords) { piece += 1 }
            guard piece < reading.words.count, !isTaken[piece], isRunJoined(next - 1) || piece > next else {
                return nil
            }
            let run = spokenRun(from: piece)
            guard !run.digits.isEmpty else { return nil }
            digits += run.digits
            next = run.end
        }
        return (10...11).contains(digits.count) ? (next, digits) : nil
    }

    private static let pieceWords = [
        "then", "its", "it", "is", "and", "the", "last", "end", "next", "bit", "part", "after", "that", "comes", "goes",
        "rest", "followed", "by", "finishes", "with", "final", "three", "four", "digits", "numbers", "ends",
    ]

    /// Where a number with “plus four four …” before it begins.
    func withPlus(before word: Int) -> Int {
        isWord(word - 1, "plus") && isJoined(word - 1) && !isTaken[word - 1] ? word - 1 : word
    }

    /// “không bảy bảy không …”, “sero saith saith …”: six digits or more, said in another language.
    mutating func findNumbersInOtherLanguages() {
        var start = 0
        while start < reading.words.count {
            var end = start
            while end < reading.words.count, !isTaken[end], isIn(.digitWordsElsewhere, end),
                end == start || isRunJoined(end - 1)
            {
                end += 1
            }
            if end - start >= 6 { take(withPlus(before: start)..<end, .phone) }
            start = max(end, start + 1)
        }
    }

    private func isSpoken(_ word: Int) -> Bool {
        isIn(.digitWords, word) || isWord(word, "o") && (isIn(.digitWords, word + 1) || isDigits(word + 1))
    }

    /// How far a spoken number goes, its digits, and how many words of it are words.
    private func spokenRun(from start: Int) -> (end: Int, digits: String, spoken: Int) {
        var (next, end, digits, spoken) = (start, start, "", 0)
        var times = 1
        while next < reading.words.count, !isTaken[next], next == start || isRunJoined(next - 1),
            spoken > 0 || !helplines.contains(digits)
        {
            if let many = Self.repeats.first(where: { isWord(next, $0.word) }) {
                times = many.times
            } else if let digit = Self.digitWords.first(where: { isWord(next, $0.word) })?.digit {
                digits += String(repeating: digit, count: times)
                spoken += 1
                (times, end) = (1, next + 1)
            } else if isWord(next, "hundred"), !digits.isEmpty {
                digits += "00"
                end = next + 1
            } else if let ten = Self.saidTens.first(where: { isWord(next, $0.word) })?.digits, digits.count >= 2 {
                // “forty-six” is 46 and “forty” 40.
                digits += ten.count == 1 && isIn(.digitWords, next + 1) && isJoined(next, by: " -") ? ten : ten + "0"
                spoken += 1
                end = next + 1
            } else if reading.words[next].hasDigit, isDigits(next) {
                digits += String(repeating: self.digits(next), count: letters(next).count == 1 ? times : 1)
                spoken += times - 1
                (times, end) = (1, next + 1)
            } else if !(digits.count >= 2 && isWord(next, anyOf: Self.pauses)) {
                break
            }
            next += 1
        }
        return (end, digits, spoken)
    }

    private func isRunJoined(_ word: Int) -> Bool {
        if isJoined(word, by: " -,.()/_*·•\u{2011}\u{2013}\u{2014}") { return true }
        // “07700 … 900461”
        let gap = reading.gap(after: word)
        return gap.count <= 6 && gap.allSatisfy { " .…-".unicodeScalars.contains($0) }
    }

    private static let pauses = ["then", "and", "um", "erm", "dash", "space", "uh", "n"]

    /// “mine ends 2231”, “last four 6650”, “70031, 70118 and 70264”.
    mutating func findPartsOfNumbers() {
        for word in reading.words.indices where !isTaken[word] {
            if isDigits(word), isTagged(word) {
                take(word..<(word + 1), .number)
            } else if isDigits(word), (3...6).contains(letters(word).count), isEnd(before: word) || isAtTheEnd(word) {
                take(word..<(word + 1), .number)
            } else if isIn(.digitWords, word), isEnd(before: word) {
                let run = spokenRun(from: word)
                if (3...6).contains(run.digits.count) { take(word..<run.end, .phone) }
            } else if reading.words[word].hasDigit, isDigits(word), isNextOnList(word) {
                take(word..<(word + 1), .number)
            }
        }
        joinAcrossCues()
    }

    private func isEnd(before word: Int) -> Bool {
        var cue = word - 1
        while cue > word - 4, isWord(cue, anyOf: ["in", "with", "are", "is", "digits", "numbers", "its"]) { cue -= 1 }
        if isWord(cue, anyOf: ["me", "na", "sie", "gyda"]) { cue -= 1 }
        if isWord(cue, anyOf: ["ends", "ending", "mbaron", "konczy", "konczacy", "gorffen"]) { return true }
        if isWord(cue, anyOf: ["starts", "starting", "begins", "beginning"]), isDigits(word),
            digits(word).hasPrefix("0")
        {
            return true
        }
        if isWord(cue, "as") { cue -= 1 }
        return isWord(cue, anyOf: ["four", "three", "4", "3", "digits", "bit", "part"])
            && isWord(cue - 1, anyOf: ["last", "first", "final", "end"])
    }

    /// A number behind a sign that says what it is: “#55812”, “ending in -77”.
    private func isTagged(_ word: Int) -> Bool {
        let sign = reading.words[word].range.lowerBound - 1
        guard sign >= 0, reading.words[word].hasDigit else { return false }
        if reading.scalars[sign] == "#" { return (3...10).contains(letters(word).count) }
        return reading.scalars[sign] == "-" && (2...6).contains(letters(word).count) && isEnd(before: word)
    }

    /// Whether it is said to be the end or the beginning: “381 at the end”.
    private func isAtTheEnd(_ word: Int) -> Bool {
        reading.words[word].hasDigit && isWord(word + 1, anyOf: ["at", "on"]) && isWord(word + 2, "the")
            && isWord(word + 3, anyOf: ["end", "start", "front", "beginning"]) && isJoined(word)
    }

    /// Whether a number of as many digits, or of the same letters, was covered just before it.
    private func isNextOnList(_ word: Int) -> Bool {
        var before = word - 1
        let isEither = isWord(before, anyOf: ["or", "not"])
        if isEither || isWord(before, anyOf: ["and", "to", "n", "then"]) { before -= 1 }
        guard letters(word).count >= (isEither ? 2 : 3) else { return false }
        guard before >= 0, word - before <= 2, isTaken[before], isDigits(before), reading.words[before].hasDigit,
            isJoined(before, by: " ,&/+?.")
        else { return false }
        return letters(before).count == letters(word).count
    }

    /// “99-04-11 acc 31177420”: what says which number it is lies between two.
    private mutating func joinAcrossCues() {
        for word in reading.words.indices where !isTaken[word] && isIn(.numberCues, word) {
            guard word > 0, isTaken[word - 1], reading.words[word - 1].hasDigit, word + 1 < reading.words.count,
                isTaken[word + 1], reading.words[word + 1].hasDigit, !isWord(word, "nhs")
            else { continue }
            take(word..<(word + 1), .number)
        }
    }

    static let saidTens = [
        ("twenty", "2"), ("thirty", "3"), ("forty", "4"), ("fourty", "4"), ("fifty", "5"), ("sixty", "6"),
        ("seventy", "7"), ("eighty", "8"), ("ninety", "9"), ("ten", "1"),
    ].map { (word: $0.0, digits: $0.1) }
    private static let repeats = [("double", 2), ("treble", 3), ("triple", 3)].map { (word: $0.0, times: $0.1) }
    static let digitWords = [
        ("zero", "0"), ("oh", "0"), ("nought", "0"), ("o", "0"), ("one", "1"), ("two", "2"), ("three", "3"),
        ("four", "4"),
        ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"), ("nine", "9"),
    ].map { (word: $0.0, digit: $0.1) }
}
