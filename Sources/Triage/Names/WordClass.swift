/// What the lists say of a word, in one word: the classes that the model's contexts are made of.
enum WordClass: UInt32, CaseIterable {
    case none, digit, mark, symbol, foreign, single
    case givenName, ambiguousName, place, ambiguousPlace, month
    case role, title, softTitle, called, teller, farewell, placeCue, movingWord, street, weakStreet, unit
    case school, weakSchool, home, organisation, cue, neverCovered, doing, determiner, ordinary, unknown

    /// The first list that holds a word decides.
    fileprivate static let byList: [(list: RedactionLists, isClass: WordClass)] = [
        (.neverCovered, .neverCovered), (.titles, .title), (.softTitles, .softTitle), (.roles, .role),
        (.called, .called), (.calledInOtherLanguages, .called), (.months, .month), (.streets, .street),
        (.schools, .school), (.ambiguousNames, .ambiguousName), (.givenNames, .givenName),
        (.ambiguousPlaces, .ambiguousPlace), (.places, .place), (.placeCues, .placeCue), (.units, .unit),
        (.weakSchools, .weakSchool), (.homes, .home), (.organisations, .organisation), (.weakStreets, .weakStreet),
        (.movingWords, .movingWord), (.farewells, .farewell), (.tellers, .teller), (.handleCues, .cue),
        (.phoneCues, .cue), (.numberCues, .cue), (.doing, .doing), (.determiners, .determiner), (.ordinary, .ordinary),
    ]
}

extension IdentifierFinder {
    func wordClass(of word: Int) -> WordClass {
        guard reading.words.indices.contains(word) else { return .none }
        let hasDigit = reading.words[word].hasDigit
        guard reading.words[word].hasLetter else { return hasDigit ? .digit : .symbol }
        if hasDigit { return .mark }
        let lists = lists[word]
        if let known = WordClass.byList.first(where: { lists.contains($0.list) }) { return known.isClass }
        let folded = reading.words[word].folded
        if folded.count == 1 { return .single }
        if !folded.isEmpty, reading.letters[folded.lowerBound] >= 0x250 { return .foreign }
        return isUnknown(word) ? .unknown : .ordinary
    }
}
