/// Which part of a long list is shown.
struct PageNumber: Hashable, Sendable {
    /// From 1.
    let number: Int
    let size: Int
    /// Of the whole list.
    let count: Int

    /// - Parameter asked: as typed; whatever is no page of the list becomes the nearest that is.
    init(_ asked: String?, of count: Int, perPage size: Int) {
        let last = max(1, (count + size - 1) / size)
        number = min(max(asked.flatMap { Int($0) } ?? 1, 1), last)
        self.size = size
        self.count = count
    }

    /// How many entries come before it.
    var offset: Int { (number - 1) * size }

    /// The first and the last entry shown, from 1; nil where the list is empty.
    var shown: ClosedRange<Int>? { count > 0 ? offset + 1...min(count, offset + size) : nil }

    var before: Int? { number > 1 ? number - 1 : nil }

    var after: Int? { offset + size < count ? number + 1 : nil }

    /// What of all stands on this page.
    func rows<All: Collection>(of all: All) -> All.SubSequence { all.dropFirst(offset).prefix(size) }
}
