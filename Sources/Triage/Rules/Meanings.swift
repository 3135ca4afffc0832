import FactFiles

/// `meanings.yaml`: words that mean much the same, so that a word no labelled message has counts as others of its kind.
struct Meanings {
    /// Which lists of the file hold a word, by their order there.
    struct Lists: OptionSet, Sendable { let rawValue: UInt64 }

    /// The names of the lists, as the weights know them: never a word, since no word begins so.
    let names: [String]
    let hashes: [UInt64]
    let lists: WordLists<Lists>

    /// - Throws: ``FactProblem`` when there are more lists than a word can be asked for.
    init(_ tree: FactTree) throws(FactProblem) {
        guard tree.keys.count <= UInt64.bitWidth else {
            throw tree.problem(
                "there are \(tree.keys.count) lists", "Join some: there can be \(UInt64.bitWidth) at most.")
        }
        var lists: [(list: Lists, words: [String])] = []
        for (number, key) in tree.keys.enumerated() {
            lists.append((Lists(rawValue: 1 << UInt64(number)), PhraseReader.words(try tree[key].text)))
        }
        names = tree.keys.map { "@\($0)" }
        hashes = names.map { FeatureKey.hash($0.unicodeScalars.lazy.map(\.value)) }
        self.lists = WordLists(lists)
    }
}
