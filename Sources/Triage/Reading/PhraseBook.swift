/// Many phrases and word lists, found in one walk over a message.
///
/// Each word is followed letter by letter through one tree, which yields every place in every phrase where it fits; a
/// phrase is then tried only where its first place fits, and only if words for all its others stand in the message. The
/// time grows with the message, not with the phrases.
struct PhraseBook {
    /// A phrase to be found, and whose it is.
    typealias Entry = (phrase: WrittenPhrase, owner: Int)

    /// A phrase found: whose it is, and the words it covers.
    struct Find {
        let owner: Int
        let words: Range<Int>
    }

    private struct Phrase {
        let owner: Int
        /// What stands at its first place.
        let first: Int
        /// Its other places within ``steps``.
        let others: Range<Int>
    }

    private let tree: LetterTree
    private let elementCount: Int
    private let steps: [PhraseStep]
    /// Those that begin with the same element stand side by side, in the order in which they were written.
    private let phrases: [Phrase]
    /// By element, the phrases of which it is the rarest: the one that the fewest phrases have.
    private let byRarest: Rows

    /// - Parameter spellings: for a word, other ways in which people write it.
    init(_ entries: [Entry], spellings: [String: [String]] = [:]) {
        var elements = Elements(spellings: spellings)
        let written = entries.map { entry in
            (owner: entry.owner, steps: entry.phrase.steps.map { elements.step($0.words, reach: $0.reach) })
        }
        var uses = [Int](repeating: 0, count: elements.count)
        for step in written.flatMap(\.steps) { uses[step.element] += 1 }
        let ordered = written.indices.sorted {
            (written[$0].steps[0].element, $0) < (written[$1].steps[0].element, $1)
        }

        var steps: [PhraseStep] = []
        var phrases: [Phrase] = []
        var byRarest = [[Int32]](repeating: [], count: elements.count)
        for (owner, own) in ordered.map({ written[$0] }) {
            let rarest = own.map(\.element).min { uses[$0] < uses[$1] } ?? own[0].element
            byRarest[rarest].append(Int32(phrases.count))
            let start = steps.count
            steps += own.dropFirst()
            phrases.append(Phrase(owner: owner, first: own[0].element, others: start..<steps.count))
        }
        tree = LetterTree(elements.spelt)
        elementCount = elements.count
        self.steps = steps
        self.phrases = phrases
        self.byRarest = Rows(byRarest)
    }

    /// Everything found, in the order of the words it starts with.
    func finds(in reading: Reading) -> [Find] {
        let spoken = Spoken(reading, tree: tree, elementCount: elementCount)
        let possible = possible(spoken)
        // By element, its first phrase among those that are possible.
        var openings = [Int](repeating: possible.count, count: elementCount)
        for (index, phrase) in possible.enumerated().reversed() { openings[phrases[phrase].first] = index }

        // For each word the first phrases that may begin there; for words said before, those of the first time.
        var opened: [Int] = []
        var openedBy: [Range<Int>] = []
        openedBy.reserveCapacity(reading.words.count)
        var finds: [Find] = []
        for (index, first) in reading.firstMentions.enumerated() {
            if first < index {
                openedBy.append(openedBy[first])
            } else {
                let start = opened.count
                for number in spoken.places[index] {
                    let opening = openings[tree.numbers[number]]
                    if opening < possible.count { opened.append(opening) }
                }
                openedBy.append(start..<opened.count)
            }
            for place in openedBy[index] {
                var opening = opened[place]
                let element = phrases[possible[opening]].first
                while opening < possible.count, phrases[possible[opening]].first == element {
                    let phrase = phrases[possible[opening]]
                    if let end = match(phrase.others, after: index, spoken.places, reading.words) {
                        finds.append(Find(owner: phrase.owner, words: index..<end))
                    }
                    opening += 1
                }
            }
        }
        return finds
    }

    /// The phrases all of whose elements are spoken somewhere, in their order: few, where thousands are written.
    private func possible(_ spoken: Spoken) -> [Int] {
        var possible: [Int] = []
        for element in spoken.elements {
            for index in byRarest.range(element) {
                let phrase = phrases[byRarest[index]]
                if spoken.has[phrase.first], phrase.others.allSatisfy({ spoken.has[steps[$0].element] }) {
                    possible.append(byRarest[index])
                }
            }
        }
        return possible.sorted()
    }

    /// Where the phrase ends when its remaining steps fit behind word `index`, in the same sentence.
    private func match(_ steps: Range<Int>, after index: Int, _ places: [Range<Int>], _ words: [Word]) -> Int? {
        guard let step = steps.first.map({ self.steps[$0] }) else { return index + 1 }
        let last = min(index + 1 + step.reach, words.count - 1)
        var next = index + 1
        while next <= last, words[next].sentence == words[index].sentence {
            if places[next].contains(where: { tree.numbers[$0] == step.element }),
                let end = match(steps.dropFirst(), after: next, places, words)
            {
                return end
            }
            next += 1
        }
        return nil
    }

    /// The letters as ``Reading`` folds them.
    static func letters(_ word: String) -> [UInt32] { Reading(word).letters }
}

/// Which elements of a book's phrases stand in a message.
private struct Spoken {
    /// For each word where in the tree's numbers its elements are.
    let places: [Range<Int>]
    /// Each once.
    let elements: [Int]
    /// By element.
    let has: [Bool]

    init(_ reading: Reading, tree: LetterTree, elementCount: Int) {
        let letters = reading.letters.span
        var places: [Range<Int>] = []
        places.reserveCapacity(reading.words.count)
        var elements: [Int] = []
        var has = [Bool](repeating: false, count: elementCount)
        for (word, first) in reading.firstMentions.enumerated() {
            guard first == word else {
                places.append(places[first])
                continue
            }
            let place = tree.numbers.range(tree.place(of: letters.extracting(reading.words[word].folded)))
            places.append(place)
            for index in place where !has[tree.numbers[index]] {
                has[tree.numbers[index]] = true
                elements.append(tree.numbers[index])
            }
        }
        self.places = places
        self.elements = elements
        self.has = has
    }
}

/// What can stand at one place of a phrase, numbered; the same words have the same number in every phrase.
private struct Elements {
    /// Every way in which a word of an element is written.
    private(set) var spelt: [LetterTree.Entry] = []
    private var numbers: [[String]: Int] = [:]
    private let spellings: [String: [String]]

    init(spellings: [String: [String]]) { self.spellings = spellings }

    var count: Int { numbers.count }

    mutating func step(_ words: [String], reach: Int) -> PhraseStep {
        PhraseStep(element: number(words), reach: reach)
    }

    private mutating func number(_ words: [String]) -> Int {
        if let known = numbers[words] { return known }
        let number = numbers.count
        numbers[words] = number
        for word in words {
            let isBeginning = word.hasSuffix("*")
            let whole = isBeginning ? String(word.dropLast()) : word
            for spelling in [whole] + (isBeginning ? [] : Self.careless(whole) + spellings[whole, default: []]) {
                spelt.append(
                    LetterTree.Entry(
                        letters: PhraseBook.letters(spelling), number: number, isBeginning: isBeginning))
            }
        }
        return number
    }

    /// “goin” for “going”.
    private static func careless(_ word: String) -> [String] {
        word.count > 4 && word.hasSuffix("ing") ? [String(word.dropLast())] : []
    }
}
