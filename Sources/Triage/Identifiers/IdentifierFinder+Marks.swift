import Concerns

// Postcodes, registration marks and birthdays.
extension IdentifierFinder {
    /// A postcode in any spacing and case; the first half alone where it is said as an address.
    mutating func findPostcodes() {
        for start in reading.words.indices where !isTaken[start] {
            guard hasDigit(start..<(start + 4)), letters(start).count <= 7,
                letters(start).first.map({ $0 < 0x80 }) == true
            else { continue }
            var signs: [UInt32] = []
            for end in start..<min(start + 4, reading.words.count) {
                if end > start, isTaken[end] || !isJoined(end - 1, by: " -.") { break }
                signs += letters(end)
                guard signs.count <= 7 else { break }
                if isPostcode(signs, words: start..<(end + 1)) {
                    take(start..<(end + 1), .postcode)
                    break
                }
            }
            if !isTaken[start], reading.words[start].hasDigit, isOutward(letters(start)), isSaidAsAddress(start) {
                take(start..<(start + 1), .postcode)
            }
        }
    }

    private func isPostcode(_ signs: [UInt32], words: Range<Int>) -> Bool {
        guard signs.count >= 5 else { return false }
        let inward = signs.suffix(3)
        guard let sector = inward.first, Self.isDigit(sector) || sector == 0x6F,
            inward.dropFirst().allSatisfy({ Self.isLetter($0) && !Self.notInInward.contains($0) })
        else { return false }
        // “on 4 2nd” has the shape, too.
        let isOrdinal = ["st", "nd", "rd", "th"].contains {
            $0.unicodeScalars.map(\.value) == Array(inward.dropFirst())
        }
        guard !isOrdinal || words.count == 1 || isCapital(words.lowerBound) else { return false }
        return isOutward(signs.dropLast(3))
    }

    private func isOutward(_ signs: some BidirectionalCollection<UInt32>) -> Bool {
        let area = signs.prefix(while: Self.isLetter)
        let district = signs.dropFirst(area.count)
        guard (1...2).contains(area.count), (1...2).contains(district.count),
            let first = district.first, Self.isDigit(first), district.allSatisfy({ $0 < 0x80 })
        else { return false }
        return rules.lists.lists(of: ArraySlice(area)).contains(.postcodeAreas)
    }

    private func isSaidAsAddress(_ word: Int) -> Bool {
        guard isNear([.postcodeCues], word..<(word + 1), before: 3) else { return false }
        return isWord(word - 1, anyOf: ["in", "postcode", "code", "is", "near", "area", "post"])
    }

    /// A registration mark: AB12 CDE anywhere, older shapes and parts beside a word that names a car.
    mutating func findVehicles() {
        for start in reading.words.indices where !isTaken[start] {
            guard letters(start).count <= 7 else { continue }
            let isCued = isNear([.vehicleCues], start..<(start + 1), before: 5, after: 2)
            var signs: [UInt32] = []
            for end in start..<min(start + 4, reading.words.count) {
                if end > start, isTaken[end] || !isJoined(end - 1, by: " -") { break }
                signs += letters(end)
                guard signs.count <= 7 else { break }
                if isMark(signs, isCued: isCued, words: start..<(end + 1)) {
                    take(start..<(end + 1), .vehicle)
                    break
                }
            }
            if !isTaken[start], isPartOfMark(start) { take(start..<(start + 1), .vehicle) }
        }
    }

    private func isMark(_ signs: [UInt32], isCued: Bool, words: Range<Int>) -> Bool {
        guard signs.count > 4, signs.contains(where: Self.isDigit) else { return false }
        let shape = signs.map { Self.isLetter($0) ? "a" : Self.isDigit($0) ? "9" : "?" }.joined()
        if shape == "aa99aaa" {
            return isCued || words.count == 1 || words.count == 2 && letters(words.lowerBound).count == 4
        }
        guard isCued, words.count <= 2 else { return false }
        let isOld =
            shape.count >= 5
            && (shape.hasPrefix("a9") && shape.hasSuffix("9aaa") || shape.hasPrefix("aaa9") && shape.hasSuffix("9a"))
        return isOld || shape == "a999aaa" || shape == "aaa999a" || shape == "aaa9999" || shape == "aa9999"
    }

    private func isPartOfMark(_ word: Int) -> Bool {
        let text = reading.words[word]
        guard text.hasDigit || text.isAllCapitals, letters(word).count >= 2,
            (max(0, word - 4)..<word).contains(where: { isWord($0, anyOf: ["reg", "registration", "plate", "rego"]) })
        else { return false }
        return text.hasDigit && text.hasLetter || text.isAllCapitals && !isIn([.ordinary, .neverCovered], word)
            || text.hasDigit && letters(word).count <= 4
                && isWord(word - 1, anyOf: ["ends", "in", "with", "starts", "is"])
    }

    /// Dates beside a word about birth.
    ///
    /// Other dates stay: inspectors need them.
    mutating func findDates() {
        for cue in reading.words.indices where isIn(.birthdayCues, cue) {
            let reach = max(0, cue - 5)..<min(reading.words.count, cue + 9)
            var word = reach.lowerBound
            while word < reach.upperBound {
                let date = date(from: word, within: reach.upperBound)
                if !date.isEmpty { take(date, .birthday) }
                word = max(date.upperBound, word + 1)
            }
        }
    }

    /// The words of a date that starts here; empty where none does.
    private func date(from start: Int, within end: Int) -> Range<Int> {
        var next = start
        var numbers = 0
        var hasMonth = false
        while next < min(end, start + 5), !isTaken[next], next == start || isJoined(next - 1, by: " /.-,") {
            if isDayOrYear(next) {
                numbers += 1
            } else if isIn(.months, next), numbers > 0 || isDayOrYear(next + 1) {
                hasMonth = true
            } else if !(isWord(next, anyOf: ["of", "the", "de"]) && numbers > 0) {
                break
            }
            next += 1
        }
        while next > start, !isDayOrYear(next - 1), !isIn(.months, next - 1) { next -= 1 }
        let isYear = next == start + 1 && letters(start).count == 4
        guard hasMonth && numbers > 0 || numbers >= 3 || numbers == 2 && isJoined(start, by: "/.-") || isYear else {
            return start..<start
        }
        return start..<next
    }

    private func isDayOrYear(_ word: Int) -> Bool {
        guard reading.words.indices.contains(word), reading.words[word].hasDigit, letters(word).count <= 4 else {
            return false
        }
        let digits = letters(word).prefix(while: Self.isDigit)
        let ending = letters(word).dropFirst(digits.count)
        if digits.count == 4 { return ending.isEmpty && (0x31...0x32).contains(digits.first ?? 0) }
        return (1...2).contains(digits.count) && (ending.isEmpty || ending.count == 2)
    }

    static func isLetter(_ sign: UInt32) -> Bool { (0x61...0x7A).contains(sign) }
    static func isDigit(_ sign: UInt32) -> Bool { (0x30...0x39).contains(sign) }
    /// Letters that never stand in a postcode’s second half: c, i, k, m, o, v.
    private static let notInInward: Set<UInt32> = [0x63, 0x69, 0x6B, 0x6D, 0x6F, 0x76]
}
