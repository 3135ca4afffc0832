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
    /// By node, where the steps that leave it start; they stand in the order of their letters.
    private let firstStep: [Int32]
    private let steps: [(letter: UInt32, node: Int32)]
    /// The first letters of most messages, without a search.
    private let roots: [Int32]
    /// By node, which row of ``latin`` has its steps; -1 where a few are as quickly searched.
    private let latinRow: [Int32]
    /// For nodes that many letters leave, the node behind each of a to z, one row after the other.
    private let latin: [Int32]

    init(_ entries: [Entry]) {
        var growth = Growth()
        for entry in entries { growth.add(entry) }
        numbers = Rows(growth.places())
        let steps = growth.steps.sorted { ($0.key.node, $0.key.letter) < ($1.key.node, $1.key.letter) }
        self.steps = steps.map { ($0.key.letter, $0.value) }
        var firstStep = [Int32](repeating: 0, count: growth.ends.count + 1)
        for step in steps { firstStep[Int(step.key.node) + 1] += 1 }
        for node in growth.ends.indices { firstStep[node + 1] += firstStep[node] }
        self.firstStep = firstStep
        var latinRow = [Int32](repeating: Self.nowhere, count: growth.ends.count)
        var latin: [Int32] = []
        for node in growth.ends.indices where firstStep[node + 1] - firstStep[node] > Self.few {
            latinRow[node] = Int32(latin.count)
            latin += (0..<Self.latinCount).map {
                growth.steps[Growth.Step(node: Int32(node), letter: Self.firstLatin + $0)] ?? Self.nowhere
            }
        }
        self.latinRow = latinRow
        self.latin = latin
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

    private func next(_ node: Int32, _ letter: UInt32) -> Int32 {
        if node == 0, letter < Self.rootCount { return roots[Int(letter)] }
        let place = letter &- Self.firstLatin
        if place < Self.latinCount, latinRow[Int(node)] != Self.nowhere {
            return latin[Int(latinRow[Int(node)]) + Int(place)]
        }
        for index in Int(firstStep[Int(node)])..<Int(firstStep[Int(node) + 1]) {
            let step = steps[index]
            if step.letter >= letter { return step.letter == letter ? step.node : Self.nowhere }
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
