/// What the lists say of a word, in one word: the classes that the model's contexts are made of.
enum WordClass: UInt32, CaseIterable {
    case none, digit, mark, symbol, foreign, single
    case givenName, ambiguousName, place, ambiguousPlace, month
    case role, title, softTitle, called, teller, farewell, placeCue, movingWord, street, weakStreet, unit
    case school, weakSchool, home, organisation, cue, neverCovered, doing, determiner, ordinary, unknown

    init(_ word: Int, in finder: IdentifierFinder) {
        guard finder.reading.words.indices.contains(word) else {
            self = .none
            return
        }
        let read = finder.reading.words[word]
        guard read.hasLetter else {
            self = read.hasDigit ? .digit : .symbol
            return
        }
        let lists = finder.lists[word]
        if read.hasDigit {
            self = .mark
        } else if let known = Self.byList.first(where: { lists.contains($0.list) }) {
            self = known.isClass
        } else if finder.letters(word).count == 1 {
            self = .single
        } else if let first = finder.letters(word).first, first >= 0x250 {
            self = .foreign
        } else {
            self = finder.isUnknown(word) ? .unknown : .ordinary
        }
    }

    /// The first list that holds a word decides.
    private static let byList: [(list: RedactionLists, isClass: WordClass)] = [
        (.neverCovered, .neverCovered), (.titles, .title), (.softTitles, .softTitle), (.roles, .role),
        (.called, .called), (.calledInOtherLanguages, .called), (.months, .month), (.streets, .street),
        (.schools, .school), (.ambiguousNames, .ambiguousName), (.givenNames, .givenName),
        (.ambiguousPlaces, .ambiguousPlace), (.places, .place), (.placeCues, .placeCue), (.units, .unit),
        (.weakSchools, .weakSchool), (.homes, .home), (.organisations, .organisation), (.weakStreets, .weakStreet),
        (.movingWords, .movingWord), (.farewells, .farewell), (.tellers, .teller), (.handleCues, .cue),
        (.phoneCues, .cue), (.numberCues, .cue), (.doing, .doing), (.determiners, .determiner), (.ordinary, .ordinary),
    ]
}
