import FactFiles

/// `redaction.yaml`: the words and cues by which identifiers are found.
final class RedactionRules: Sendable {
    let lists: WordLists<RedactionLists>
    /// Endings of place names, as folded letters.
    let placeEndings: [[UInt32]]

    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: RedactionLists.byKey.map(\.key) + ["place_endings"])
        lists = WordLists(
            try RedactionLists.byKey.map { entry throws(FactProblem) in
                (entry.list, PhraseReader.words(try tree[entry.key].text))
            })
        placeEndings = PhraseReader.words(try tree["place_endings"].text).map(PhraseBook.letters)
    }
}
