import Concerns
import FactFiles

/// `urgency.yaml`: which phrases make a message urgent, praise or spam, and which are only figures of speech.
final class UrgencyRules: Sendable {
    /// What a found phrase belongs to.
    enum Part {
        /// A rule's phrase; with `companion` the phrases that must be there as well.
        case rule(Int, isCompanion: Bool)
        case notMeant
        case notNow
        case denial
        case complaint
        case realConcern
        case demand
    }

    struct Rule {
        let name: String
        let urgency: Urgency
        /// How many words apart the companion may stand; nil where one phrase is enough.
        let companionWithin: Int?
        /// Whether an answer to it begins with where help is, though nobody is called; to danger it always does.
        let isHelpFirst: Bool
    }

    /// A language the rules can read.
    struct Language {
        let code: String
        /// The least a message in it gets: higher where the lists are thin and nobody has checked them.
        let floor: Urgency
    }

    let rules: [Rule]
    let languages: [Language]
    let book: PhraseBook
    let parts: [Part]
    let commonWords: PhraseBook
    let foreignLetters: ForeignLetters

    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: [
            "languages", "letters_of_other_languages", "spellings", "groups", "not_meant", "not_now", "denial",
            "aimed_at_software", "complaint", "real_concern", "rules",
        ])
        let phrases = try PhraseReader(tree)
        var parts: [Part] = []
        var entries: [PhraseBook.Entry] = []
        func add(_ part: Part, _ entry: FactTree) throws(FactProblem) {
            for phrase in try phrases.phrases(entry) { entries.append((phrase, parts.count)) }
            parts.append(part)
        }
        try add(.notMeant, tree["not_meant"])
        try add(.notNow, tree["not_now"])
        try add(.denial, tree["denial"])
        try add(.demand, tree["aimed_at_software"])
        try add(.complaint, tree["complaint"])
        try add(.realConcern, tree["real_concern"])
        var rules: [Rule] = []
        for entry in try tree["rules"].list {
            try entry.allow(only: ["name", "urgency", "help_first", "phrases", "with", "within"])
            let urgency = try entry["urgency"].choice(of: Urgency.self)
            let companion = entry.optional("with")
            let isHelpFirst = try entry.optional("help_first")?.flag ?? false
            try add(.rule(rules.count, isCompanion: false), entry["phrases"])
            if let companion { try add(.rule(rules.count, isCompanion: true), companion) }
            let within: Int?
            if companion == nil { within = nil } else { within = try entry["within"].int }
            rules.append(
                Rule(
                    name: try entry["name"].text, urgency: urgency, companionWithin: within,
                    isHelpFirst: isHelpFirst))
        }
        var languages: [Language] = []
        var commonWords: [PhraseBook.Entry] = []
        for entry in try tree["languages"].list {
            try entry.allow(only: ["code", "floor", "common_words"])
            for word in try entry["common_words"].text.split(whereSeparator: \.isWhitespace) {
                commonWords.append((try phrases.phrase(String(word), entry), languages.count))
            }
            languages.append(
                Language(code: try entry["code"].text, floor: try entry["floor"].choice(of: Urgency.self)))
        }
        self.rules = rules
        self.parts = parts
        book = PhraseBook(entries, spellings: phrases.spellings)
        self.languages = languages
        self.commonWords = PhraseBook(commonWords)
        let letters = try tree["letters_of_other_languages"].text.unicodeScalars.map(\.value)
        foreignLetters = ForeignLetters(Set(letters).subtracting([32]))
    }
}
