import FactFiles

/// Which script a letter belongs to.
struct LanguageScripts: Sendable {
    let names: [String]
    /// In order of their letters, none of them overlapping.
    private let ranges: [(first: UInt32, last: UInt32, script: Int)]
    private let latin: Int?

    init(_ tree: FactTree) throws(FactProblem) {
        var ranges: [(first: UInt32, last: UInt32, script: Int)] = []
        names = tree.keys
        for (script, name) in names.enumerated() {
            for entry in try tree[name].list {
                let ends = try entry.text.split(separator: "-").map { UInt32($0, radix: 16) }
                guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
                    throw try entry.problem("“\(entry.text)” is not a range of letters", "Write it as 0370-03FF.")
                }
                ranges.append((first, last, script))
            }
        }
        ranges.sort { $0.first < $1.first }
        for (one, next) in zip(ranges, ranges.dropFirst()) where one.last >= next.first {
            throw tree.problem(
                "“\(names[one.script])” and “\(names[next.script])” share letters", "Let no two ranges overlap.")
        }
        self.ranges = ranges
        latin = ranges.first { ($0.first...$0.last).contains(0x61) }?.script
    }

    /// Nil for digits, signs and letters of other scripts.
    func script(of letter: UInt32) -> Int? {
        if letter < 0x80 { return (0x61...0x7A).contains(letter | 0x20) ? latin : nil }
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].last < letter { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].first <= letter ? ranges[low].script : nil
    }
}
