/// A tree of letters: words and beginnings of words lead to numbers.
struct LetterTree {
    private struct Step: Hashable {
        let node: Int32
        let letter: UInt32
    }

    private struct Ends {
        var whole: [Int] = []
        var beginnings: [Int] = []
    }

    private var nodes: [Step: Int32] = [:]
    private var ends: [Ends] = [Ends()]
    /// The first letters of most messages, without a look-up.
    private var roots: [Int32] = Array(repeating: -1, count: 128)

    mutating func add(_ letters: [UInt32], element: Int, isBeginning: Bool) {
        var node: Int32 = 0
        for letter in letters {
            if let next = next(node, letter) {
                node = next
                continue
            }
            let new = Int32(ends.count)
            ends.append(Ends())
            if node == 0, letter < 128 {
                roots[Int(letter)] = new
            } else {
                nodes[Step(node: node, letter: letter)] = new
            }
            node = new
        }
        if isBeginning { ends[Int(node)].beginnings.append(element) } else { ends[Int(node)].whole.append(element) }
    }

    /// Calls `found` with the numbers of every beginning along the word, and of the word itself.
    func visit(_ letters: ArraySlice<UInt32>, _ found: (Int) -> Void) {
        var node: Int32 = 0
        for letter in letters {
            guard let next = next(node, letter) else { return }
            node = next
            for element in ends[Int(node)].beginnings { found(element) }
        }
        for element in ends[Int(node)].whole { found(element) }
    }

    private func next(_ node: Int32, _ letter: UInt32) -> Int32? {
        if node == 0, letter < 128 {
            let root = roots[Int(letter)]
            return root < 0 ? nil : root
        }
        return nodes[Step(node: node, letter: letter)]
    }
}
