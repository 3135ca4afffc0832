import Foundation

/// Counts of the last ten minutes at most; the first use after that throws them away, and the key that made them.
///
/// Neither is ever written anywhere, so that nobody can work out later who was counted, us included.
struct PassingCounts: Sendable {
    static let seconds = 600

    private let generator: @Sendable () -> any RandomNumberGenerator
    private var current: (sketch: Sketch, since: Int)?

    /// - Parameter generator: makes an unpredictable source of random numbers for one key.
    init(generator: @escaping @Sendable () -> any RandomNumberGenerator) { self.generator = generator }

    /// How often `thing` was counted lately.
    func count(of thing: Data, atSecond now: Int) -> Int {
        guard let current, Self.isFresh(current.since, atSecond: now) else { return 0 }
        return current.sketch.count(of: thing)
    }

    /// Counts `thing` once more.
    ///
    /// - Returns: how often it was counted lately, this time included.
    mutating func add(_ thing: Data, atSecond now: Int) -> Int {
        if current.map({ Self.isFresh($0.since, atSecond: now) }) != true { current = (fresh(), now) }
        // In place, so that half a megabyte of counts is not copied.
        return current?.sketch.add(thing) ?? 1
    }

    /// A clock that was put back ends the count too: better to count anew than for hours.
    private static func isFresh(_ since: Int, atSecond now: Int) -> Bool { (since..<since + seconds).contains(now) }

    private func fresh() -> Sketch {
        var random = generator()
        return Sketch(key: Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }))
    }
}
