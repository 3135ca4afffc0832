import Concerns

// Names of people and pets.
extension IdentifierFinder {
    mutating func findPeople() {
        let mixed = isMixedCase
        var names: [UInt64] = []
        for word in reading.words.indices where !isTaken[word] && isPerson(word, isMixedCase: mixed) {
            var end = word + 1
            while end < reading.words.count, end - word < 4, continuesName(end, after: word, isMixedCase: mixed) {
                end += 1
            }
            for part in word..<end
            where letters(part).count > 2 && !isIn(.ambiguousNames, part) && (isUnknown(part) || isNameLike(part)) {
                names.append(FeatureKey.hash(withoutPossessive(part)))
            }
            take(word..<end, .person)
        }
        findInitials(isMixedCase: mixed)
        // A name once found is a name wherever it stands.
        for word in reading.words.indices where !names.isEmpty && !isTaken[word] && !letters(word).isEmpty {
            let letters = letters(word)
            let isOwner =
                letters.last == 0x73 && letters.count > 3 && names.contains(FeatureKey.hash(letters.dropLast()))
            if isOwner || names.contains(reading.hashes[word]) { take(word..<(word + 1), .person) }
        }
    }

    private func isPerson(_ word: Int, isMixedCase: Bool) -> Bool {
        guard isLetters(word), letters(word).count > 1 else { return false }
        if isIn(.ordinary, word), !isIn([.ambiguousNames, .givenNames], word), !isCapital(word) { return false }
        if isNamed(word) || isTitled(word) || isIntroduced(word) { return true }
        if isIn(.neverCovered, word), !isIn(.ambiguousNames, word) { return false }
        if isNameLike(word) { return true }
        let isRoleBefore = isIn(.roles, word - 1) && isJoined(word - 1, by: " :=,(") && inSameSentence(word - 1, word)
        if isIn([.ambiguousNames, .givenNames], word) {
            return isRoleBefore && !isIn(.months, word) && !isVerbUse(word) || isRoleBehind(word) || isSpeaker(word)
                || isDoing(word)
                || isIn(.tellers, word - 1) && isJoined(word - 1) && !isVerbUse(word) && !isIn(.months, word)
                || isCapital(word) && isMixedCase && !reading.words[word].startsSentence && !isIn(.neverCovered, word)
                || isAlone(word) && isCapital(word)
        }
        guard isUnknown(word), !isCouncil(word), !isIn(.places, word) else { return false }
        if isRoleBefore || isRoleBehind(word) {
            return isCapital(word) || !isGuessRisky && (letters(word).count > 2 || isVowelless(word))
        }
        if isIn(.tellers, word - 1), isJoined(word - 1), letters(word).count > 3, !isGuessRisky { return true }
        guard isCapital(word), isMixedCase, !reading.words[word].isAllCapitals || letters(word).count > 4 else {
            return false
        }
        if !reading.words[word].startsSentence { return true }
        return isAlone(word) || isSpeaker(word) || isCapital(word + 1) && isJoined(word) && isLikelyName(word + 1)
    }

    /// “hi its …” at the start of a message.
    private func isIntroduced(_ word: Int) -> Bool {
        guard word < 5, isWord(word - 1, anyOf: ["its", "im"]), isJoined(word - 1), isUnknown(word), !isGuessRisky
        else {
            return false
        }
        return isWord(word + 1, anyOf: ["again", "from", "here", "and", "n"]) || !inSameSentence(word, word + 1)
    }

    /// “tj” is a name where “ov” is a slip.
    func isVowelless(_ word: Int) -> Bool {
        !letters(word).contains { "aeiouy".unicodeScalars.map(\.value).contains($0) }
    }

    /// “called …”, “her name is …”, “surname …”.
    private func isNamed(_ word: Int) -> Bool {
        if isIn(.calledInOtherLanguages, word - 1), isJoined(word - 1, by: " :،") {
            return !isIn([.ordinary, .calledInOtherLanguages, .softTitles], word) && letters(word).count > 1
        }
        if isIn(.calledInOtherLanguages, word - 2), isIn(.softTitles, word - 1) { return true }
        var cue = word - 1
        while cue > word - 3, isWord(cue, anyOf: ["is", "was", "me", "him", "her", "it"]) { cue -= 1 }
        guard cue >= 0, isIn(.called, cue), inSameSentence(cue, word) || isJoined(cue, by: " :"),
            cue == word - 1 || isJoined(word - 1)
        else {
            return false
        }
        if isWord(cue, "names") || isWord(cue, "goes") {
            return isUnknown(word) || isIn([.ambiguousNames, .givenNames], word)
        }
        return isUnknown(word) || isIn([.ambiguousNames, .givenNames], word) && !isWord(word, anyOf: ["will", "may"])
    }

    /// After “Miss”; after “auntie” and the like only what can be a name.
    private func isTitled(_ word: Int) -> Bool {
        guard isJoined(word - 1, by: " ."), letters(word).first.map({ $0 != 0x20 }) == true else { return false }
        if isIn(.titles, word - 1) {
            let isVerb = isWord(word - 1, anyOf: ["miss", "ms", "pc", "dc", "judge", "father", "doctor"])
            return isVerb
                ? isUnknown(word) || isIn([.ambiguousNames, .givenNames], word) && !isVerbUse(word)
                : isUnknown(word) || isIn([.ambiguousNames, .givenNames], word) || isCapital(word) && isMixedCase
        }
        guard isIn(.softTitles, word - 1) else { return false }
        if isIn([.ambiguousNames, .givenNames], word) { return !isVerbUse(word) || isCapital(word) && isMixedCase }
        let isLatinTitle = letters(word - 1).first.map { $0 < 0x250 } == true
        if !isLatinTitle { return letters(word).count > 1 && !isIn(.ordinary, word) }
        return isUnknown(word) && (isCapital(word) || !isGuessRisky && letters(word).count > 2)
    }

    /// “my sister will”, “social worker may”.
    private func isVerbUse(_ word: Int) -> Bool {
        isWord(word, anyOf: ["will", "may", "hope", "bear", "price", "grant", "may", "an", "al", "price", "mark"])
            && !isCapital(word)
            || isWord(word, anyOf: ["may", "will"]) && isIn(.ordinary, word + 1)
    }

    /// “… my social worker”, “… (my key worker)”.
    private func isRoleBehind(_ word: Int) -> Bool {
        let next = word + 1
        guard isWord(next, anyOf: ["my", "our", "the", "his", "her"]), isJoined(word, by: " ,(-"),
            !isIn(.placeCues, word - 1)
        else { return false }
        guard isIn(.roles, next + 1) || isWord(next + 1, anyOf: ["social", "key", "foster", "support", "personal"])
        else { return false }
        return !isWord(word, anyOf: ["may", "will", "mark", "hope", "max", "art"])
    }

    /// “… said”, “… told me”.
    private func isSpeaker(_ word: Int) -> Bool {
        isWord(word + 1, anyOf: ["said", "told", "says", "reckons", "promised", "asked", "cried", "helped"])
            && isJoined(word)
            && !isIn(.placeCues, word - 1)
    }

    /// “grace hasnt …”, but not “the bill is”.
    private func isDoing(_ word: Int) -> Bool {
        isIn(.doing, word + 1) && isJoined(word) && !isIn(.determiners, word - 1)
            && !isWord(word, anyOf: ["will", "may", "hope", "price", "grant"])
    }

    /// A line of its own or the last word behind a dash: a signature.
    private func isAlone(_ word: Int) -> Bool {
        guard reading.words[word].startsSentence else { return false }
        let isLast = word + 1 == reading.words.count || !inSameSentence(word, word + 1)
        return isLast && (word + 1 == reading.words.count || isIn(.farewells, word - 1))
    }

    private func continuesName(_ word: Int, after start: Int, isMixedCase: Bool) -> Bool {
        guard !isTaken[word], isLetters(word), inSameSentence(start, word), !isIn(.neverCovered, word) else {
            return false
        }
        if isJoined(word - 1, by: "-"), !reading.gap(after: word - 1).isEmpty {
            return isUnknown(word) || isIn([.givenNames, .ambiguousNames], word)
        }
        guard isJoined(word - 1) else { return false }
        if isCapital(word), isMixedCase { return !isIn(.ordinary, word) || isIn(.ambiguousNames, word) }
        if isNameLike(word), isCapital(start) == isCapital(word) { return true }
        let isIntroduced = isNamed(start) || isIn(.roles, start - 1) || isTitled(start)
        return isIntroduced && isUnknown(word) && !isGuessRisky && letters(word).count > 3
            && isCapital(start) == isCapital(word)
    }

    /// “T.A.” and “KP”.
    private mutating func findInitials(isMixedCase: Bool) {
        // “p.r age 10”
        for word in reading.words.indices where !isTaken[word] && isDottedPair(word) {
            take(word..<(word + 2), .person)
        }
        guard isMixedCase else { return }
        for word in reading.words.indices where !isTaken[word] && isLetters(word) && isCapital(word) {
            let isPair =
                letters(word).count == 2 && reading.words[word].isAllCapitals && letters(word).allSatisfy(Self.isLetter)
            if isPair, !isIn([.ordinary, .neverCovered, .roles, .titles, .units], word), isUnknown(word) {
                take(word..<(word + 1), .person)
            } else if letters(word).count == 1, word + 1 < reading.words.count, letters(word + 1).count == 1,
                isCapital(word + 1),
                reading.gap(after: word).elementsEqual(["."])
            {
                take(word..<(word + 2), .person)
            }
        }
    }

    /// Two single letters with a full stop between them that are no abbreviation, nor a part of a longer one.
    private func isDottedPair(_ word: Int) -> Bool {
        guard letters(word).count == 1, isLetters(word), isLetters(word + 1), letters(word + 1).count == 1,
            gapIsDot(word), word == 0 || !gapIsDot(word - 1),
            !(gapIsDot(word + 1) && word + 2 < reading.words.count && letters(word + 2).count == 1)
        else { return false }
        let pair = letters(word) + letters(word + 1)
        return pair.allSatisfy(Self.isLetter) && !Self.abbreviations.contains(Array(pair))
    }

    private static let abbreviations = Set(
        [
            "eg", "ie", "am", "pm", "ps", "pe", "re", "ok", "nb", "uk", "us", "eu", "tv", "wc", "it", "cv", "vs", "la",
            "ac", "id",
        ]
        .map { $0.unicodeScalars.map(\.value) })

    private func withoutPossessive(_ word: Int) -> ArraySlice<UInt32> {
        isPossessiveName(word) && !isIn(.givenNames, word) ? letters(word).dropLast() : letters(word)
    }
}
