/// Many phrases and word lists, found in one walk over a message.
///
/// Each word is followed letter by letter through one tree, which yields every place in every phrase where it fits;
/// a phrase is then tried only where its first place fits. The time grows with the message, not with the phrases.
struct PhraseBook {
    /// A phrase found: whose it is, and the words it covers.
    struct Find {
        let owner: Int
        let words: Range<Int>
    }

    private struct Phrase {
        let owner: Int
        let steps: [PhraseStep]
    }

    private var tree = LetterTree()
    private var elements: [[String]: Int] = [:]
    private var phrases: [Phrase] = []
    private var byFirst: [[Int]] = []
    private let spellings: [String: [String]]

    /// - Parameter spellings: for a word, other ways in which people write it.
    init(spellings: [String: [String]] = [:]) { self.spellings = spellings }

    mutating func add(_ phrase: WrittenPhrase, owner: Int) {
        let steps = phrase.steps.map { PhraseStep(element: element($0.words), reach: $0.reach) }
        byFirst[steps[0].element].append(phrases.count)
        phrases.append(Phrase(owner: owner, steps: steps))
    }

    /// Everything found, in the order of the words it starts with.
    func finds(in reading: Reading) -> [Find] {
        var places: [Int] = []
        var starts: [Int] = [0]
        places.reserveCapacity(reading.words.count)
        starts.reserveCapacity(reading.words.count + 1)
        for word in reading.words {
            tree.visit(reading.letters[word.folded]) { places.append($0) }
            starts.append(places.count)
        }
        var finds: [Find] = []
        for index in reading.words.indices {
            for place in starts[index]..<starts[index + 1] {
                for number in byFirst[places[place]] {
                    let phrase = phrases[number]
                    guard let end = match(phrase.steps, 1, after: index, places, starts, reading.words) else {
                        continue
                    }
                    finds.append(Find(owner: phrase.owner, words: index..<end))
                }
            }
        }
        return finds
    }

    /// Where the phrase ends when its steps from `step` on fit behind word `index`, in the same sentence.
    private func match(
        _ steps: [PhraseStep], _ step: Int, after index: Int, _ places: [Int], _ starts: [Int], _ words: [Word]
    ) -> Int? {
        guard step < steps.count else { return index + 1 }
        let last = min(index + 1 + steps[step].reach, words.count - 1)
        var next = index + 1
        while next <= last, words[next].sentence == words[index].sentence {
            if places[starts[next]..<starts[next + 1]].contains(steps[step].element),
                let end = match(steps, step + 1, after: next, places, starts, words)
            {
                return end
            }
            next += 1
        }
        return nil
    }

    private mutating func element(_ words: [String]) -> Int {
        if let known = elements[words] { return known }
        let element = elements.count
        elements[words] = element
        byFirst.append([])
        for word in words {
            let isBeginning = word.hasSuffix("*")
            let whole = isBeginning ? String(word.dropLast()) : word
            for spelling in [whole] + (isBeginning ? [] : Self.careless(whole) + spellings[whole, default: []]) {
                tree.add(Self.letters(spelling), element: element, isBeginning: isBeginning)
            }
        }
        return element
    }

    /// “goin” for “going”.
    private static func careless(_ word: String) -> [String] {
        word.count > 4 && word.hasSuffix("ing") ? [String(word.dropLast())] : []
    }

    /// The letters as ``Reading`` folds them.
    static func letters(_ word: String) -> [UInt32] {
        let reading = Reading(word)
        return reading.letters
    }
}
