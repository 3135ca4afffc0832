/// Lists of single words, looked up once for each word of a message.
///
/// `Lists` has a bit for each list.
struct WordLists<Lists: OptionSet & Sendable>: Sendable where Lists.RawValue == UInt64, Lists.Element == Lists {
    private let tree: LetterTree
    /// By place in the tree.
    private let lists: [Lists]

    init(_ lists: [(list: Lists, words: [String])]) {
        var entries: [LetterTree.Entry] = []
        for (number, entry) in lists.enumerated() {
            for word in entry.words {
                let isBeginning = word.hasSuffix("*")
                let letters = PhraseBook.letters(isBeginning ? String(word.dropLast()) : word)
                entries.append(LetterTree.Entry(letters: letters, number: number, isBeginning: isBeginning))
            }
        }
        tree = LetterTree(entries)
        self.lists = (0..<tree.numbers.count).map { [tree] place in
            Lists(tree.numbers.range(place).map { lists[tree.numbers[$0]].list })
        }
    }

    /// The lists that hold the word.
    func lists(of letters: ArraySlice<UInt32>) -> Lists { lists[tree.place(of: letters.span)] }

    /// For each word of a message the lists that hold it.
    func lists(of reading: Reading) -> [Lists] {
        var all: [Lists] = []
        all.reserveCapacity(reading.words.count)
        for (word, first) in reading.firstMentions.enumerated() {
            all.append(first < word ? all[first] : lists(of: reading.letters[reading.words[word].folded]))
        }
        return all
    }
}
