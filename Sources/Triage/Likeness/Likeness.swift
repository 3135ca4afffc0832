/// How alike two messages are, from 0 (no word in common) to 1 (the same but for capitals, accents and punctuation).
///
/// The share of words and pairs of neighbouring words that both have among all that either has (Jaccard), where long
/// words weigh more than short ones because they say more about the event. The same either way round.
package func likeness(of one: String, to other: String) -> Double {
    let first = Shingles(one)
    let second = Shingles(other)
    return first.likeness(to: second) { $0.weight }
}

/// Messages that a moderator would handle as one, by a number they share; messages like no other are left out.
///
/// Words that are rare among `texts` weigh most, so two witnesses who name the same home and the same day come
/// together in quite different sentences. Who is like a member joins its cluster. The numbers follow the order of
/// `texts`, from 0.
package func clusters(of texts: [(id: String, text: String)]) -> [String: Int] {
    let shingles = texts.map { Shingles($0.text) }
    var holders: [Shingles.Shingle: [Int]] = [:]
    for (index, message) in shingles.enumerated() {
        for shingle in message.all { holders[shingle, default: []].append(index) }
    }
    let count = Double(texts.count)
    func weight(_ shingle: Shingles.Shingle) -> Double {
        let share = Double(holders[shingle]?.count ?? 1) / max(count, 50)
        return shingle.weight * max(0.02, -share.squareRoot() * 2 + 1)
    }
    var groups = Groups(count: texts.count)
    for (index, message) in shingles.enumerated() {
        var shared: [Int: Int] = [:]
        // A shingle that very many share tells nothing and would pair everyone with everyone.
        for shingle in message.all {
            guard let others = holders[shingle], others.count < 200 else { continue }
            for other in others where other > index { shared[other, default: 0] += 1 }
        }
        for (other, common) in shared where common >= 3 {
            if message.likeness(to: shingles[other], weight: weight) >= Shingles.sameEvent { groups.join(index, other) }
        }
    }
    var numbers: [Int: Int] = [:]
    var clusters: [String: Int] = [:]
    for (index, text) in texts.enumerated() where groups.size(of: index) > 1 {
        let root = groups.root(of: index)
        let number = numbers[root] ?? numbers.count
        numbers[root] = number
        clusters[text.id] = number
    }
    return clusters
}

/// The words of a message and its pairs of neighbours.
struct Shingles {
    struct Shingle: Hashable {
        let letters: [UInt32]
        let isPair: Bool

        /// Short words are mostly grammar.
        var weight: Double { isPair ? 1 : min(1.5, Double(letters.count) / 4) }
    }

    /// From here on two messages are taken for one event.
    static let sameEvent = 0.15

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

/// Which messages have been joined, and with which.
private struct Groups {
    private var parents: [Int]
    private var sizes: [Int]

    init(count: Int) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
    }

    func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        return root
    }

    func size(of member: Int) -> Int { sizes[root(of: member)] }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        guard first != second else { return }
        let (keeps, goes) = first < second ? (first, second) : (second, first)
        parents[goes] = keeps
        sizes[keeps] += sizes[goes]
    }
}
