import Concerns

// Whether a word is likely to be somebody's or some place's name.
extension IdentifierFinder {
    /// A Latin word that is on no list of ordinary words, nor grown from one.
    func isUnknown(_ word: Int) -> Bool { unknown.indices.contains(word) && unknown[word] }

    /// What ``isUnknown(_:)`` answers, worked out.
    func isOnNoList(_ word: Int) -> Bool {
        guard isLetters(word), letters(word).count > 1, letters(word).first.map({ $0 < 0x250 }) == true,
            !isIn([.ordinary, .neverCovered, .roles, .titles, .softTitles, .called, .months], word)
        else { return false }
        let isInflected =
            !isCapital(word)
            && Self.inflections.contains { letters(word).count > 4 && letters(word).suffix($0.count) == $0[...] }
        return !isInflected && !isGrown(word)
    }

    /// “worrying” from “worry”, “quickly” from “quick”, and endings no name has.
    private func isGrown(_ word: Int) -> Bool {
        let letters = letters(word)
        for ending in Self.endings where letters.count > ending.count + 1 && letters.suffix(ending.count) == ending[...]
        {
            let stem = letters.dropLast(ending.count)
            // “taking” from “take”, “stopped” from “stop”.
            if isStem(stem) || isStem(stem + [0x65]) { return true }
            if stem.count > 2, stem.last == stem.dropLast().last, isStem(stem.dropLast()) { return true }
        }
        return Self.abstract.contains { letters.count > $0.count + 2 && letters.suffix($0.count) == $0[...] }
    }

    private func isStem(_ letters: ArraySlice<UInt32>) -> Bool {
        !rules.lists.lists(of: letters).isDisjoint(with: [.ordinary, .roles, .softTitles])
    }

    /// On the list of names, and of nothing else.
    func isNameLike(_ word: Int) -> Bool {
        isLetters(word) && (isIn(.givenNames, word) || isPossessiveName(word))
            && !isIn([.ordinary, .ambiguousNames, .neverCovered, .called, .titles], word)
    }

    func isPossessiveName(_ word: Int) -> Bool {
        reading.words.indices.contains(word) && listsWithoutS[word].contains(.givenNames)
            && listsWithoutS[word].isDisjoint(with: [.ambiguousNames, .ordinary])
            && !isIn(.ordinary, word)
    }

    func isLikelyName(_ word: Int) -> Bool { isUnknown(word) || isNameLike(word) || isIn(.places, word) }

    private static let inflections = ["ed", "ing"].map { $0.unicodeScalars.map(\.value) }
    private static let endings = [
        "s", "ing", "in", "ed", "d", "ly", "er", "r", "ers", "est", "y", "es", "ies", "ier",
    ]
    .map { $0.unicodeScalars.map(\.value) }
    private static let abstract = [
        "tion", "tions", "ment", "ments", "ness", "able", "ible", "ful", "less", "ous", "ive", "ally", "ity", "ance",
        "ence", "ism", "ists", "ised", "ising", "ology", "ward", "wards", "fully", "ingly", "thing", "body", "where",
        "self",
    ].map { $0.unicodeScalars.map(\.value) }
}
