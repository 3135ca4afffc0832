/// A tree of letters: words and beginnings of words lead to numbers.
///
/// It is grown once and then lies flat in a few arrays, so that following a word hashes, counts and allocates nothing.
struct LetterTree {
    struct Entry {
        let letters: [UInt32]
        let number: Int
        /// Whether every word that begins so is meant.
        let isBeginning: Bool
    }

    /// By place, the numbers it leads to: those of beginnings in the order of their length, then those of the word.
    ///
    /// A node has two places: one for words that go on behind it, one for those that end there.
    let numbers: Rows
    /// A node with its first step beside it: most have no other, and those of a word lie one after the other.
    private struct Node {
        var letter: UInt32
        var next: Int32
        /// Where its other steps start, in the order of their letters, and how many there are.
        var others: Int32
        var otherCount: Int16
        /// Whether its other steps are a row of one for each of a to z before those of other letters.
        var hasRow: Bool
    }

    private let nodes: [Node]
    private let others: [(letter: UInt32, node: Int32)]
    /// The first letters of most messages, without a search.
    private let roots: [Int32]

    init(_ entries: [Entry]) {
        var growth = Growth()
        for entry in entries { growth.add(entry) }
        numbers = Rows(growth.places())
        var nodes = [Node](
            repeating: Node(letter: .max, next: Self.nowhere, others: 0, otherCount: 0, hasRow: false),
            count: growth.ends.count)
        var others: [(letter: UInt32, node: Int32)] = []
        let steps = growth.steps.sorted { ($0.key.node, $0.key.letter) < ($1.key.node, $1.key.letter) }
        var start = 0
        while start < steps.count {
            let node = steps[start].key.node
            var end = start + 1
            while end < steps.count, steps[end].key.node == node { end += 1 }
            let own = steps[start..<end].map { (letter: $0.key.letter, node: $0.value) }
            nodes[Int(node)] = Self.node(own, &others)
            start = end
        }
        self.nodes = nodes
        self.others = others
        roots = (0..<Self.rootCount).map { growth.steps[Growth.Step(node: 0, letter: $0)] ?? Self.nowhere }
    }

    /// How far a word leads: a row of ``numbers``.
    func place(of word: Span<UInt32>) -> Int {
        var node: Int32 = 0
        for index in word.indices {
            let next = next(node, word[index])
            if next == Self.nowhere { return Int(node) * 2 }
            node = next
        }
        return Int(node) * 2 + 1
    }

    /// - Parameter steps: those that leave the node, in the order of their letters.
    private static func node(
        _ steps: [(letter: UInt32, node: Int32)], _ others: inout [(letter: UInt32, node: Int32)]
    ) -> Node {
        let hasRow = steps.count > few
        let start = Int32(others.count)
        if hasRow {
            others += (0..<latinCount).map { place in
                let letter = firstLatin + place
                return (letter, steps.first { $0.letter == letter }?.node ?? nowhere)
            }
        }
        let searched = hasRow ? steps.filter { $0.letter &- firstLatin >= latinCount } : Array(steps.dropFirst())
        others += searched
        return Node(
            letter: hasRow ? .max : steps[0].letter, next: hasRow ? nowhere : steps[0].node, others: start,
            otherCount: Int16(clamping: searched.count), hasRow: hasRow)
    }

    private func next(_ number: Int32, _ letter: UInt32) -> Int32 {
        if number == 0, letter < Self.rootCount { return roots[Int(letter)] }
        let node = nodes[Int(number)]
        if node.letter == letter { return node.next }
        var place = Int(node.others)
        if node.hasRow {
            let latin = letter &- Self.firstLatin
            if latin < Self.latinCount { return others[place + Int(latin)].node }
            place += Int(Self.latinCount)
        }
        let end = place + Int(node.otherCount)
        while place < end {
            if others[place].letter == letter { return others[place].node }
            place += 1
        }
        return Self.nowhere
    }

    private static let nowhere: Int32 = -1
    private static let rootCount: UInt32 = 128
    private static let (firstLatin, latinCount): (UInt32, UInt32) = (0x61, 26)
    private static let few = 3
}

/// The tree while it grows.
private struct Growth {
    struct Step: Hashable {
        let node: Int32
        let letter: UInt32
    }

    struct Ends {
        let parent: Int
        var whole: [Int32] = []
        var beginnings: [Int32] = []
    }

    var steps: [Step: Int32] = [:]
    var ends = [Ends(parent: 0)]

    mutating func add(_ entry: LetterTree.Entry) {
        var node: Int32 = 0
        for letter in entry.letters {
            let step = Step(node: node, letter: letter)
            if let next = steps[step] {
                node = next
                continue
            }
            let new = Int32(ends.count)
            ends.append(Ends(parent: Int(node)))
            steps[step] = new
            node = new
        }
        if entry.isBeginning {
            ends[Int(node)].beginnings.append(Int32(entry.number))
        } else {
            ends[Int(node)].whole.append(Int32(entry.number))
        }
    }

    /// The numbers of all places.
    func places() -> [[Int32]] {
        // A node is younger than its parent, whose beginnings hold for it too.
        var begun: [[Int32]] = []
        for (node, end) in ends.enumerated() { begun.append(node == 0 ? [] : begun[end.parent] + end.beginnings) }
        return zip(begun, ends).flatMap { [$0, $0 + $1.whole] }
    }
}
