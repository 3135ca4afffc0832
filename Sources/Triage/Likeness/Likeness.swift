/// How alike two messages are, from 0 (no word in common) to 1 (the same but for capitals, accents and punctuation).
///
/// The share of words and pairs of neighbouring words that both have among all that either has (Jaccard), where long
/// words weigh more than short ones because they say more about the event. The same either way round.
package func likeness(of one: String, to other: String) -> Double {
    let first = Shingles(one)
    let second = Shingles(other)
    return first.likeness(to: second) { $0.weight }
}

/// The words of a message and its pairs of neighbours.
struct Shingles {
    struct Shingle: Hashable {
        let letters: [UInt32]
        let isPair: Bool

        /// Short words are mostly grammar.
        var weight: Double { isPair ? 1 : min(1.5, Double(letters.count) / 4) }
    }

    let all: Set<Shingle>

    init(_ text: String) {
        let reading = Reading(text)
        var all: Set<Shingle> = []
        var before: [UInt32] = []
        for word in reading.words {
            let letters = Array(reading.letters[word.folded].prefix(40))
            all.insert(Shingle(letters: letters, isPair: false))
            if !before.isEmpty { all.insert(Shingle(letters: before + [0x20] + letters, isPair: true)) }
            before = letters
        }
        self.all = all
    }

    func likeness(to other: Shingles, weight: (Shingle) -> Double) -> Double {
        guard !all.isEmpty || !other.all.isEmpty else { return 1 }
        let shared = all.intersection(other.all).map(weight).sorted().reduce(0, +)
        let either = all.union(other.all).map(weight).sorted().reduce(0, +)
        return either > 0 ? shared / either : 0
    }
}
