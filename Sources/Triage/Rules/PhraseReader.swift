import FactFiles

/// Reads phrases out of a rule file, with its groups and other spellings.
struct PhraseReader {
    let spellings: [String: [String]]
    private let groups: [String: [String]]

    init(_ tree: FactTree) throws(FactProblem) {
        var groups: [String: [String]] = [:]
        if let entry = tree.optional("groups") {
            for key in entry.keys { groups[key] = Self.words(try entry[key].text) }
        }
        var spellings: [String: [String]] = [:]
        if let entry = tree.optional("spellings") {
            for key in entry.keys { spellings[key] = Self.words(try entry[key].text) }
        }
        self.groups = groups
        self.spellings = spellings
    }

    /// The phrases of an entry: a list, or lists by language.
    func phrases(_ entry: FactTree) throws(FactProblem) -> [WrittenPhrase] {
        guard !entry.keys.isEmpty else { return try listed(entry) }
        var phrases: [WrittenPhrase] = []
        for language in entry.keys {
            guard Self.languages.contains(language) else {
                throw entry.problem(
                    "“\(language)” is not a language of these rules",
                    "Write one of: \(Self.languages.joined(separator: ", ")).")
            }
            phrases += try listed(try entry[language])
        }
        return phrases
    }

    private func listed(_ entry: FactTree) throws(FactProblem) -> [WrittenPhrase] {
        try entry.list.map { line throws(FactProblem) in try phrase(try line.text, line) }
    }

    func phrase(_ text: String, _ entry: FactTree) throws(FactProblem) -> WrittenPhrase {
        do {
            return try WrittenPhrase(text, groups: groups)
        } catch {
            let says =
                switch error {
                case .isEmpty: "a phrase is empty"
                case .unknownGroup(let name): "there is no group “\(name)”"
                case .gapAtAnEnd: "“\(text)” begins or ends with a gap"
                case .shortStem(let word): "“\(word)” would match almost every word"
                }
            throw entry.problem(
                says, "Write words, word*, this|that, @group, and ... between words; at least two letters before *.")
        }
    }

    /// A list of words written as running text.
    static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    private static let languages = ["en", "cy", "pl", "ar", "fa", "ps", "ti", "ckb", "vi", "sq"]
}
