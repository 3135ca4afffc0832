/// Which lists of `redaction.yaml` hold a word.
struct RedactionLists: OptionSet, Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << bit }

    static let givenNames = Self(bit: 0)
    static let ambiguousNames = Self(bit: 1)
    static let called = Self(bit: 2)
    static let calledInOtherLanguages = Self(bit: 3)
    static let titles = Self(bit: 4)
    static let softTitles = Self(bit: 5)
    static let roles = Self(bit: 6)
    static let tellers = Self(bit: 7)
    static let farewells = Self(bit: 8)
    static let places = Self(bit: 9)
    static let ambiguousPlaces = Self(bit: 10)
    static let placeCues = Self(bit: 11)
    static let movingWords = Self(bit: 12)
    static let streets = Self(bit: 13)
    static let weakStreets = Self(bit: 14)
    static let units = Self(bit: 15)
    static let schools = Self(bit: 16)
    static let weakSchools = Self(bit: 17)
    static let homes = Self(bit: 18)
    static let organisations = Self(bit: 19)
    static let classCues = Self(bit: 20)
    static let numberCues = Self(bit: 21)
    static let phoneCues = Self(bit: 22)
    static let vehicleCues = Self(bit: 23)
    static let birthdayCues = Self(bit: 24)
    static let months = Self(bit: 25)
    static let digitWords = Self(bit: 26)
    static let handleCues = Self(bit: 27)
    static let postcodeCues = Self(bit: 28)
    static let postcodeAreas = Self(bit: 29)
    static let webEndings = Self(bit: 30)
    static let socialSites = Self(bit: 31)
    static let neverCovered = Self(bit: 32)
    static let doing = Self(bit: 33)
    static let determiners = Self(bit: 34)
    static let ordinary = Self(bit: 35)
    static let digitWordsElsewhere = Self(bit: 36)
    static let dateWordsElsewhere = Self(bit: 37)
    static let alphabet = Self(bit: 38)

    /// Each list with its key in the file.
    static let byKey: [(key: String, list: Self)] = [
        ("given_names", .givenNames), ("ambiguous_names", .ambiguousNames), ("called", .called),
        ("called_in_other_languages", .calledInOtherLanguages), ("titles", .titles), ("soft_titles", .softTitles),
        ("roles", .roles), ("tellers", .tellers), ("farewells", .farewells), ("places", .places),
        ("ambiguous_places", .ambiguousPlaces), ("place_cues", .placeCues), ("moving_words", .movingWords),
        ("streets", .streets), ("weak_streets", .weakStreets), ("units", .units), ("schools", .schools),
        ("weak_schools", .weakSchools), ("homes", .homes), ("organisations", .organisations),
        ("class_cues", .classCues), ("number_cues", .numberCues), ("phone_cues", .phoneCues),
        ("vehicle_cues", .vehicleCues), ("birthday_cues", .birthdayCues), ("months", .months),
        ("digit_words", .digitWords), ("handle_cues", .handleCues), ("postcode_cues", .postcodeCues),
        ("postcode_areas", .postcodeAreas), ("web_endings", .webEndings), ("social_sites", .socialSites),
        ("never_covered", .neverCovered), ("doing", .doing), ("determiners", .determiners), ("ordinary", .ordinary),
        ("digit_words_in_other_languages", .digitWordsElsewhere),
        ("date_words_in_other_languages", .dateWordsElsewhere), ("alphabet", .alphabet),
    ]
}
