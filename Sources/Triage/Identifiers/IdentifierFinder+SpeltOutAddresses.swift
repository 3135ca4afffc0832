import Concerns

// E-mail addresses that are said or broken up rather than typed.
extension IdentifierFinder {
    /// “ruth at example dot org”, “ruth dot b at example.org”, “ruth at gmail com”.
    mutating func findSpeltOutAddresses() {
        for at in reading.words.indices.dropFirst() where isWord(at, anyOf: Self.ats) {
            guard let end = domain(from: at + 1), isWord(at, "at") || isSpelt(end, at) else { continue }
            let start = localPart(endingAt: at - 1)
            let isPlain = start == at - 1 && isIn([.ordinary, .neverCovered, .doing], start) && !isSpelt(end, at)
            if !isPlain { take(start..<end, .email) }
        }
    }

    /// “ruth @ example.org”: a sign apart from its name.
    mutating func findAddressesApart() {
        for word in reading.words.indices.dropLast() where !isTaken[word] {
            let gap = reading.gap(after: word)
            guard gap.count > 1, gap.count <= 3, gap.contains("@"), gap.first == " ",
                let end = domain(from: word + 1, mayHaveGaps: true)
            else { continue }
            take(localPart(endingAt: word)..<end, .email)
        }
    }

    /// Where a domain that starts at a word ends; nil where none does.
    ///
    /// - Parameter mayHaveGaps: whether blanks may stand around its dots.
    private func domain(from start: Int, mayHaveGaps: Bool = false) -> Int? {
        guard reading.words.indices.contains(start) else { return nil }
        // “g mail”
        var end =
            isWord(start, anyOf: ["g", "hot", "y", "i"]) && isWord(start + 1, anyOf: ["mail", "cloud"])
            ? start + 1 : start
        let isSplit = end > start
        var parts = isSplit ? 1 : 0
        while end + 1 < reading.words.count, end - start < 8 {
            // “fen-care dot example”
            if reading.gap(after: end).elementsEqual(["-"]), isLetters(end + 1) {
                end += 1
                continue
            }
            if gapIsDot(end)
                || isJoined(end, by: " .") && isIn(.webEndings, end + 1)
                    && (isProvider(start) || mayHaveGaps && reading.gap(after: end).contains("."))
            {
                end += 1
            } else if isWord(end + 1, "full"), isWord(end + 2, "stop"), end + 3 < reading.words.count {
                end += 3
            } else if isWord(end + 1, anyOf: Self.dots), end + 2 < reading.words.count {
                end += 2
            } else {
                break
            }
            parts += 1
        }
        if isProvider(start) || isSplit { return end + 1 }
        return parts > 0 && isIn(.webEndings, end) ? end + 1 : nil
    }

    private func isProvider(_ word: Int) -> Bool { isWord(word, anyOf: Self.providers) }

    /// Whether a dot was said in words, which nobody does for anything but an address.
    private func isSpelt(_ end: Int, _ at: Int) -> Bool {
        (at..<end).contains { isWord($0, anyOf: Self.dots) } || isProvider(at + 1)
            || isWord(at + 2, anyOf: ["mail", "cloud"])
    }

    private func localPart(endingAt last: Int) -> Int {
        var start = last
        while start > 0, last - start < 8 {
            if isWord(start - 1, anyOf: Self.dots + ["underscore", "dash", "hyphen"]), start > 1 {
                start -= 2
            } else if !reading.gap(after: start - 1).isEmpty,
                reading.gap(after: start - 1).allSatisfy({ ".-_+".unicodeScalars.contains($0) })
            {
                start -= 1
            } else if reading.words[start].hasDigit, !reading.words[start].hasLetter, isJoined(start - 1),
                isLetters(start - 1), !isIn([.ordinary, .neverCovered], start - 1)
            {
                // “kofi 99 at …”
                start -= 1
            } else {
                break
            }
        }
        return start
    }

    private static let ats = ["at", "malpa", "ne", "ات", "آت", "yn"]
    private static let dots = ["dot", "punkt", "kropka", "pika", "pike", "نقطه", "نقطة", "cham"]
    private static let providers = [
        "gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "protonmail", "proton", "btinternet", "aol",
        "msn",
        "ymail",
    ]
}
