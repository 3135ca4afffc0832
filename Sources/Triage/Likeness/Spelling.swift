import FactFiles

/// The letters of a message with text-speak written out, so that “n u r 2 late” and “and you are to late” are nearly the same.
struct Spelling {
    private let tree: LetterTree
    private let words: [[UInt32]]

    /// - Parameter spellings: by a word, the other ways in which it is written; where two words share one, the first has it.
    init(_ spellings: [(word: String, ways: [String])]) {
        var entries: [LetterTree.Entry] = []
        var words: [[UInt32]] = []
        for (word, ways) in spellings {
            for way in ways {
                entries.append(
                    LetterTree.Entry(letters: PhraseBook.letters(way), number: words.count, isBeginning: false))
            }
            words.append(PhraseBook.letters(word))
        }
        tree = LetterTree(entries)
        self.words = words
    }

    /// All words, each between spaces.
    func letters(of reading: Reading) -> [UInt32] {
        var letters: [UInt32] = [0x20]
        letters.reserveCapacity(reading.letters.count + reading.words.count + 1)
        for word in reading.words {
            let place = tree.place(of: reading.letters.span.extracting(word.folded))
            if let number = tree.numbers.range(place).first {
                letters += words[tree.numbers[number]]
            } else {
                letters += reading.letters[word.folded]
            }
            letters.append(0x20)
        }
        return letters
    }
}
