/// Cuts a thread's answers into pages, so that each fits the one size that every answer to a receipt has.
struct ReplyPages: Equatable {
    /// Room for answers on one page, in bytes as HTML; what else stands there takes less than the rest in every language.
    static let room = 9_000
    /// What stands around one answer.
    private static let frame = 300

    private let ranges: [Range<Int>]

    /// - Parameter texts: newest first.
    init(_ texts: [String]) {
        var ranges: [Range<Int>] = []
        var start = 0
        var taken = 0
        for (place, text) in texts.enumerated() {
            let size = Self.frame + Self.escapedSize(of: text)
            if taken + size > Self.room, place > start {
                ranges.append(start..<place)
                (start, taken) = (place, 0)
            }
            taken += size
        }
        if start < texts.count { ranges.append(start..<texts.count) }
        self.ranges = ranges
    }

    /// The answers of a page; the nearest one where there is no such page.
    ///
    /// - Parameter page: 1 for the newest.
    func range(of page: Int) -> Range<Int> {
        ranges.isEmpty ? 0..<0 : ranges[min(max(page, 1), ranges.count) - 1]
    }

    func isLast(_ page: Int) -> Bool { max(page, 1) >= ranges.count }

    /// As Mustache writes it: five signs become up to six bytes each.
    static func escapedSize(of text: String) -> Int {
        text.utf8.reduce(0) { $0 + (#"&<>"'"#.utf8.contains($1) ? 6 : 1) }
    }
}
