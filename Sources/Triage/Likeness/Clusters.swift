/// Messages that a moderator would handle as one, by a number they share; messages like no other are left out.
///
/// Who is like a member joins its cluster. The numbers follow the order of `texts`, from 0.
package func clusters(of texts: [(id: String, text: String)]) -> [String: Int] {
    var groups = Groups(count: texts.count)
    for pair in NearDuplicates(texts.map(\.text)).pairs(from: NearDuplicates.alike) {
        groups.join(pair.one, pair.other)
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
