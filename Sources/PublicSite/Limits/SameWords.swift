import Concerns
import Foundation

/// Tells words that came very often in the last minutes, without keeping them.
///
/// Counted apart from ``Budgets``: whoever sends a flood of different words must not fill the cells that speak of networks.
actor SameWords {
    /// So many copies in ten minutes are a campaign or a program; they are kept all the same, for people to look at last.
    static let tooMany = 10
    /// Messages of fewer words are never too many.
    ///
    /// “i hate it here” is many a child's own sentence, and nobody may bury it by sending it ten times. A flood of so few
    /// words costs people a glance each, and the budget of each network that sends it sets it aside.
    static let fewest = 8

    private var counts: PassingCounts

    /// - Parameter generator: makes an unpredictable source of random numbers for the key of ten minutes.
    init(generator: @escaping @Sendable () -> any RandomNumberGenerator) {
        counts = PassingCounts(generator: generator)
    }

    /// Whether one copy more would be their tenth or a later one; asking counts nothing.
    func areTooMany(_ words: Original, atSecond now: Int) -> Bool {
        Self.plain(words).map { counts.count(of: $0, atSecond: now) + 1 >= Self.tooMany } ?? false
    }

    /// Counts one copy that was kept, and was not there before: who tries again while the disk is full floods nobody.
    func count(_ words: Original, atSecond now: Int) {
        if let plain = Self.plain(words) { _ = counts.add(plain, atSecond: now) }
    }

    /// The words without case and spacing, which make no copy a message of its own; nil where they are too few to tell
    /// copies from children who say the same.
    private static func plain(_ words: Original) -> Data? {
        let words = words.words.lowercased().split(whereSeparator: \.isWhitespace)
        return words.count < fewest ? nil : Data(words.joined(separator: " ").utf8)
    }
}
