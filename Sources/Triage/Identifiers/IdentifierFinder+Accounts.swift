import Concerns

// E-mail addresses, links and user names: stretches without a space, and addresses spelt out.
extension IdentifierFinder {
    mutating func findAccounts() {
        var start = 0
        let scalars = reading.scalars
        while start < scalars.count {
            guard !Self.isSpace(scalars[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, !Self.isSpace(scalars[end]) { end += 1 }
            readStretch(start..<end)
            start = end
        }
        findSpeltOutAddresses()
        findAddressesApart()
        findNamedAccounts()
    }

    private mutating func readStretch(_ stretch: Range<Int>) {
        guard mayBeAccount(stretch) else { return }
        let trimmed = trim(stretch)
        guard trimmed.count > 2 else { return }
        let scalars = reading.scalars[trimmed]
        if let at = scalars.firstIndex(of: "@") {
            if at > trimmed.lowerBound, Self.isAccountScalar(scalars[at - 1]) {
                take(scalars: account(around: at, in: trimmed), .email)
            } else {
                take(scalars: account(around: at, in: trimmed), .handle)
            }
            return
        }
        if isLink(trimmed) {
            take(scalars: trimmed, isSocial(trimmed) ? .handle : .link)
            return
        }
        // “marv#4410”
        let sign = trimmed.upperBound - 5
        if sign > trimmed.lowerBound, reading.scalars[sign] == "#",
            reading.scalars[(sign + 1)..<trimmed.upperBound].allSatisfy({ Reading.kind($0) == .digit })
        {
            return take(scalars: trimmed, .handle)
        }
        if let name = userName(in: trimmed) { take(scalars: name, .handle) }
    }

    /// Whether any sign stands there that no ordinary word has; most stretches have none.
    private func mayBeAccount(_ stretch: Range<Int>) -> Bool {
        for place in stretch {
            switch reading.scalars[place].value {
            case 0x61...0x7A, 0x41...0x5A, 0x27, 0x2C, 0x21, 0x3F: continue
            case 0x2E: if place + 1 < stretch.upperBound { return true }
            default: return true
            }
        }
        return false
    }

    /// The stretch without brackets, quotes and full stops around it.
    private func trim(_ stretch: Range<Int>) -> Range<Int> {
        var start = stretch.lowerBound
        var end = stretch.upperBound
        while start < end, !Self.isAccountScalar(reading.scalars[start]), reading.scalars[start] != "@" { start += 1 }
        while end > start, !Self.isAccountScalar(reading.scalars[end - 1]) || reading.scalars[end - 1] == "." {
            end -= 1
        }
        return start..<end
    }

    private func account(around at: Int, in stretch: Range<Int>) -> Range<Int> {
        var start = at
        var end = at + 1
        while start > stretch.lowerBound, Self.isAccountScalar(reading.scalars[start - 1]) { start -= 1 }
        while end < stretch.upperBound, reading.scalars[end] == "@" { end += 1 }
        while end < stretch.upperBound, Self.isAccountScalar(reading.scalars[end]) || isSlipForDot(end) { end += 1 }
        while end > at + 1, reading.scalars[end - 1] == "." { end -= 1 }
        return start..<end
    }

    /// A comma typed before the last part: “mailo,example”.
    private func isSlipForDot(_ place: Int) -> Bool {
        guard reading.scalars[place] == ",", place + 1 < reading.scalars.count,
            let ending = wordsWithin(place..<(place + 2)).first
        else { return false }
        return isIn(.webEndings, ending) && reading.words[ending].range.lowerBound == place + 1
    }

    private func isLink(_ stretch: Range<Int>) -> Bool {
        let scalars = reading.scalars[stretch]
        if Self.linkHeads.contains(where: { scalars.starts(with: $0, by: Self.isSameOrCapital) }) { return true }
        guard stretch.count > 6, scalars.contains(".") else { return false }
        let words = wordsWithin(stretch)
        return words.dropFirst().contains { isIn(.webEndings, $0) && gapIsDot($0 - 1) && isLetters($0 - 1) }
    }

    private func isSocial(_ stretch: Range<Int>) -> Bool {
        wordsWithin(stretch).contains { isIn(.socialSites, $0) } && reading.scalars[stretch].contains("/")
    }

    /// A name no ordinary word could be: with a low line, or with digits or inner dots.
    private func userName(in stretch: Range<Int>) -> Range<Int>? {
        let scalars = reading.scalars[stretch]
        guard scalars.allSatisfy({ Self.isAccountScalar($0) && $0.value < 0x80 }) else { return nil }
        let letters = scalars.count { Reading.kind($0) == .letter }
        let digits = scalars.count { Reading.kind($0) == .digit }
        let hasDot = scalars.contains(".")
        guard letters > 1 else { return nil }
        if scalars.contains("_") { return stretch }
        guard hasDot || digits > 0 else { return nil }
        let words = wordsWithin(stretch)
        let isCued = isNear([.handleCues], words, before: 5)
        if hasDot, digits > 0, letters > 2, !scalars.contains("-"),
            isCued || letters > 3 && digits > 0 && words.count > 1
        {
            return reading.words[words].contains { $0.hasDigit && $0.hasLetter } || isCued ? stretch : nil
        }
        if hasDot, isCued, words.count > 1, letters > 4 { return stretch }
        if digits > 0, letters > 2, words.count == 1, isCued, !isIn(.neverCovered, words.lowerBound) { return stretch }
        return isNameWithNumber(words) ? stretch : nil
    }

    /// “moonkid88” wherever it stands.
    private func isNameWithNumber(_ words: Range<Int>) -> Bool {
        guard let word = words.first, words.count == 1, (7...20).contains(letters(word).count) else { return false }
        let name = letters(word).prefix(while: Self.isLetter)
        let number = letters(word).dropFirst(name.count)
        guard name.count > 4, (2...4).contains(number.count), number.allSatisfy(Self.isDigit) else { return false }
        return rules.lists.lists(of: name).isDisjoint(with: [.ordinary, .neverCovered, .months, .units, .classCues])
    }

    /// “my snap is …”, “insta: …”: whatever follows is the name, unless it is an ordinary word.
    private mutating func findNamedAccounts() {
        let cues = reading.words.indices.filter { isIn(.handleCues, $0) && !isIn(.roles, $0) }
        for cue in cues where !isTaken[cue] {
            var word = cue + 1
            var isNamed = !reading.gap(after: cue).filter({ ":=".unicodeScalars.contains($0) }).isEmpty
            while word < reading.words.count, word <= cue + 3,
                isWord(word, anyOf: ["is", "its", "name", "user", "username", "me"])
            {
                isNamed = true
                word += 1
            }
            guard isNamed, word < reading.words.count, inSameSentence(cue, word), !isTaken[word], isLetters(word),
                !isIn([.ordinary, .neverCovered, .handleCues], word), reading.words[word].range.count > 3
            else { continue }
            take(word..<withNumeral(word), .handle)
        }
        findAccountsBeforeSites()
        findSpeltOutAccounts()
    }

    /// “moonkid 88”: the number at the end of a name.
    private func withNumeral(_ word: Int) -> Int {
        let next = word + 1
        guard next < reading.words.count, isJoined(word, by: " _.#-"), isDigits(next), letters(next).count <= 4,
            !isTaken[next]
        else { return next }
        return next + 1
    }

    /// “im moonkid on insta”, “add me on snap moonkid”.
    private mutating func findAccountsBeforeSites() {
        for site in reading.words.indices where isIn(.handleCues, site) && !isIn(.roles, site) {
            let name = site - 2
            if name > 0, isWord(site - 1, anyOf: ["on", "over"]), isJoined(name), isJoined(site - 1),
                isWord(name - 1, anyOf: Self.namers) || isDigits(name) && isWord(name - 2, anyOf: Self.namers)
            {
                let start = isDigits(name) ? name - 1 : name
                if start >= 0, !isTaken[start], isOwnAccount(start) { take(start..<(name + 1), .handle) }
            }
            let next = site + 1
            guard next < reading.words.count, !isTaken[next], isJoined(site, by: " \"“:"), isOwnAccount(next),
                isUnknown(next), isWord(site - 1, anyOf: ["my", "on", "his", "her", "their", "our", "user"])
            else { continue }
            let end = withNumeral(next)
            if end > next + 1 || end == reading.words.count || !inSameSentence(next, end) || isWord(end, "x") {
                take(next..<end, .handle)
            }
        }
    }

    private func isOwnAccount(_ word: Int) -> Bool {
        isLetters(word) && letters(word).count > 3 && !isIn([.ordinary, .neverCovered, .handleCues], word)
    }

    /// “riz underscore k0”: nobody says that of anything else.
    private mutating func findSpeltOutAccounts() {
        for sign in reading.words.indices where isWord(sign, "underscore") && !isTaken[sign] {
            takeSpeltOutAccount(around: sign)
        }
        // “lil dot kez dot 22” where an account is spoken of.
        for sign in reading.words.indices where isWord(sign, "dot") && !isTaken[sign] {
            if isNear([.handleCues], sign..<(sign + 1), before: 10, after: 6) { takeSpeltOutAccount(around: sign) }
        }
    }

    private mutating func takeSpeltOutAccount(around sign: Int) {
        var (start, end) = (sign, sign + 1)
        while start > 0, isJoined(start - 1), inSameSentence(start - 1, sign), !isTaken[start - 1] {
            start -= 1
            guard isWord(start - 1, anyOf: Self.saidSigns), !isTaken[start - 1] else { break }
            start -= 1
        }
        while end < reading.words.count, isJoined(end - 1), inSameSentence(sign, end), !isTaken[end],
            isWord(end - 1, anyOf: Self.saidSigns) || isWord(end, anyOf: Self.saidSigns) || isDigits(end)
        {
            end += 1
        }
        take(start..<end, .handle)
    }

    private static let saidSigns = ["underscore", "dot", "dash", "hyphen"]
    private static let namers = [
        "im", "is", "its", "as", "add", "find", "search", "follow", "dm", "called", "under", "user", "message", "hes",
        "shes", "me", "msg", "username", "name",
    ]

    func gapIsDot(_ index: Int) -> Bool { reading.gap(after: index).elementsEqual(["."]) }

    func wordsWithin(_ scalars: Range<Int>) -> Range<Int> {
        let start = firstWord(endingAfter: scalars.lowerBound)
        var end = start
        while end < reading.words.count, reading.words[end].range.lowerBound < scalars.upperBound { end += 1 }
        return start..<end
    }

    private func firstWord(endingAfter scalar: Int) -> Int {
        var low = 0
        var high = reading.words.count
        while low < high {
            let middle = (low + high) / 2
            if reading.words[middle].range.upperBound <= scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static let linkHeads = ["http://", "https://", "www."].map { Array($0.unicodeScalars) }

    private static func isSameOrCapital(_ scalar: Unicode.Scalar, _ small: Unicode.Scalar) -> Bool {
        scalar == small || Reading.kind(small) == .letter && scalar.value + 0x20 == small.value
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Asking for properties takes a search, which the commonest scalars need not pay for.
        if scalar.value < 0x80 { return scalar == " " || (0x09...0x0D).contains(scalar.value) }
        return scalar.properties.isWhitespace
    }

    private static func isAccountScalar(_ scalar: Unicode.Scalar) -> Bool {
        let kind = Reading.kind(scalar)
        return kind == .letter || kind == .digit || scalar == "." || scalar == "_" || scalar == "-" || scalar == "+"
            || scalar == "/"
    }
}
