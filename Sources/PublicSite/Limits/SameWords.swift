import Concerns
import Foundation

/// Tells words that came very often in the last minutes, without keeping them.
///
/// Counted apart from ``Budgets``: whoever sends a flood of different words must not fill the cells that speak of networks.
actor SameWords {
    /// So many copies in ten minutes are a campaign or a program; they are kept all the same, for people to look at last.
    static let tooMany = 10

    private var counts: PassingCounts

    /// - Parameter generator: makes an unpredictable source of random numbers for the key of ten minutes.
    init(generator: @escaping @Sendable () -> any RandomNumberGenerator) {
        counts = PassingCounts(generator: generator)
    }

    /// Counts the words, and says whether this is their tenth copy or a later one; case and spacing make no difference.
    func areTooMany(_ words: Original, atSecond now: Int) -> Bool {
        let plain = words.words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return counts.add(Data(plain.utf8), atSecond: now) >= Self.tooMany
    }
}
