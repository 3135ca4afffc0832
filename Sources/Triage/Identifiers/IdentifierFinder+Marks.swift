import Concerns

// Postcodes and registration marks.
extension IdentifierFinder {
    /// A postcode in any spacing and case; the first half alone where it is said as an address.
    mutating func findPostcodes() {
        for start in reading.words.indices where !isTaken[start] {
            guard hasDigit(start..<(start + 7)), letters(start).count <= 7,
                letters(start).first.map({ $0 < 0x80 }) == true
            else { continue }
            var signs: [UInt32] = []
            for end in start..<min(start + 7, reading.words.count) {
                if end > start, isTaken[end] || !isJoined(end - 1, by: " -.") { break }
                signs += letters(end)
                guard signs.count <= 7 else { break }
                if end < start + 4 || signs.count == end + 1 - start, isPostcode(signs, words: start..<(end + 1)) {
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

    /// A registration mark: AB12 CDE anywhere, even letter by letter; older shapes and parts beside a word that names a car.
    mutating func findVehicles() {
        for start in reading.words.indices where !isTaken[start] {
            guard letters(start).count <= 7, hasDigit(start..<(start + 7)) || reading.words[start].hasLetter else {
                continue
            }
            let isCued = isNear([.vehicleCues], start..<(start + 1), before: 6, after: 2)
            if hasDigit(start..<(start + 7)) { takeMark(from: start, isCued: isCued) }
            if isCued, !isTaken[start] { takePartOfMark(from: start) }
        }
    }

    private mutating func takeMark(from start: Int, isCued: Bool) {
        var signs: [UInt32] = []
        for end in start..<min(start + 7, reading.words.count) {
            if end > start, isTaken[end] || !isJoined(end - 1, by: isCued ? " -.?*" : " -") { return }
            signs += letters(end)
            guard signs.count <= 7 else { return }
            if isMark(signs, isCued: isCued, words: start..<(end + 1)) { return take(start..<(end + 1), .vehicle) }
        }
    }

    private func isMark(_ signs: [UInt32], isCued: Bool, words: Range<Int>) -> Bool {
        guard signs.count > 4, signs.contains(where: Self.isDigit) else { return false }
        let isSpelt = words.count == signs.count
        if isSpelt, Self.isShape(signs.enumerated().map { Self.asDigit($1, at: $0) }, "aa99aaa") { return true }
        if Self.isShape(signs, "aa99aaa") {
            return isCued || isSpelt || words.count == 1 || words.count == 2 && letters(words.lowerBound).count == 4
        }
        guard isCued, isSpelt || words.count <= 3, !isIn(.ordinary, words.lowerBound) else { return false }
        return Self.oldShapes.contains { Self.isShape(signs, $0) }
    }

    /// In the third and fourth place o, i and l stand for digits.
    private static func asDigit(_ sign: UInt32, at place: Int) -> UInt32 {
        guard place == 2 || place == 3 else { return sign }
        return sign == 0x6F ? 0x30 : sign == 0x69 || sign == 0x6C ? 0x31 : sign
    }

    /// Whether letters and digits stand as in a pattern of “a” and “9”.
    private static func isShape(_ signs: [UInt32], _ shape: String) -> Bool {
        guard signs.count == shape.utf8.count else { return false }
        return zip(signs, shape.utf8).allSatisfy { sign, kind in kind == 0x61 ? isLetter(sign) : isDigit(sign) }
    }

    private static let oldShapes = [
        "a9aaa", "a99aaa", "a999aaa", "aaa9a", "aaa99a", "aaa999a", "aaa9999", "aa9999", "aaa999", "aaa99",
    ]

    /// “reg ends KXT”, “KN99 something”, “LR 99 and a T”: what somebody kept of a mark.
    private mutating func takePartOfMark(from start: Int) {
        var end = start
        if Self.isShape(Array(letters(start)), "aa99") {
            end = start + 1
        } else if letters(start).count == 2, isLetters(start),
            !isIn(.ordinary, start) || reading.words[start].isAllCapitals,
            isJoined(start), isDigits(start + 1), letters(start + 1).count == 2
        {
            end = start + 2
        }
        guard end > start else {
            if isPartOfMark(start) { take(start..<(start + 1), .vehicle) }
            return
        }
        var next = end
        while next < min(end + 4, reading.words.count), inSameSentence(start, next), !isTaken[next] {
            if letters(next).count <= 3, isLetters(next), isUnknown(next) || letters(next).count == 1 || isCapital(next)
            {
                end = next + 1
            } else if isWord(next, anyOf: ["something", "summat", "sumthing", "somethin", "smth"]) {
                end = next + 1
            } else if !isWord(next, anyOf: ["and", "then", "n", "a", "maybe", "or"]) {
                break
            }
            next += 1
        }
        take(start..<end, .vehicle)
    }

    private func isPartOfMark(_ word: Int) -> Bool {
        let text = reading.words[word]
        guard text.hasDigit || text.isAllCapitals || letters(word).count == 3 && isUnknown(word),
            letters(word).count >= 2,
            (max(0, word - 4)..<word).contains(where: {
                isWord(
                    $0,
                    anyOf: ["reg", "registration", "plate", "plates", "rego", "ending", "ends", "starting", "starts"])
            })
        else { return false }
        return text.hasDigit && text.hasLetter
            || !text.hasDigit && letters(word).count <= 3 && !isIn([.ordinary, .neverCovered], word)
            || text.hasDigit && letters(word).count <= 4
                && isWord(word - 1, anyOf: ["ends", "ending", "in", "with", "starts", "starting", "is"])
    }

    static func isLetter(_ sign: UInt32) -> Bool { (0x61...0x7A).contains(sign) }
    static func isDigit(_ sign: UInt32) -> Bool { (0x30...0x39).contains(sign) }
    /// Letters that never stand in a postcode’s second half: c, i, k, m, o, v.
    private static let notInInward: Set<UInt32> = [0x63, 0x69, 0x6B, 0x6D, 0x6F, 0x76]
}
