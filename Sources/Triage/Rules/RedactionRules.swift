import FactFiles

/// `redaction.yaml`: the words and cues by which identifiers are found.
struct RedactionRules {
    /// Each list's key in the file.
    enum List: String, CaseIterable {
        case givenNames = "given_names"
        case ambiguousNames = "ambiguous_names"
        case called
        case calledInOtherLanguages = "called_in_other_languages"
        case titles
        case softTitles = "soft_titles"
        case roles
        case tellers
        case farewells
        case places
        case ambiguousPlaces = "ambiguous_places"
        case placeCues = "place_cues"
        case movingWords = "moving_words"
        case streets
        case weakStreets = "weak_streets"
        case units
        case schools
        case weakSchools = "weak_schools"
        case homes
        case organisations
        case classCues = "class_cues"
        case numberCues = "number_cues"
        case phoneCues = "phone_cues"
        case vehicleCues = "vehicle_cues"
        case birthdayCues = "birthday_cues"
        case months
        case digitWords = "digit_words"
        case handleCues = "handle_cues"
        case postcodeCues = "postcode_cues"
        case postcodeAreas = "postcode_areas"
        case webEndings = "web_endings"
        case socialSites = "social_sites"
        case neverCovered = "never_covered"
        case doing
        case determiners
        case ordinary
    }

    let lists: WordLists<List>
    /// Endings of place names, as folded letters.
    let placeEndings: [[UInt32]]

    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: List.allCases.map(\.rawValue) + ["place_endings"])
        var lists: [List: [String]] = [:]
        for list in List.allCases { lists[list] = PhraseReader.words(try tree[list.rawValue].text) }
        self.lists = WordLists(lists)
        placeEndings = PhraseReader.words(try tree["place_endings"].text).map(PhraseBook.letters)
    }
}
