/// Codes that two or more readers gave the same units, and how far they agree beyond chance.
///
/// A code is a place on one scale, 0 for its first. Who gave a code does not matter here, so readers may change from unit to
/// unit; a unit that fewer than two readers coded says nothing about agreement and is left out.
///
/// Source: K. Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (University of Pennsylvania, 2011), D and E: any
/// number of readers, missing codes, nominal and ordinal scales.
package struct Codings: Sendable {
    /// How far apart two different codes are.
    package enum Scale: Sendable {
        /// All are equally far apart, as yes and no are.
        case nominal
        /// The further apart in order, and the more that is coded between them, the further.
        case ordinal
    }

    /// Above this share of resamples without variation, an interval would be made of too few of them.
    static let mostUndefined = 0.05

    package let scale: Scale
    private let codeCount: Int
    /// The different ways in which units were coded: how many readers gave each code.
    private let patterns: [[Int]]
    /// For each unit, which of the patterns it has.
    private let units: [Int]

    /// - Parameters:
    ///   - units: the codes that each unit was given; nil for a reader who gave it none. A code that is not on the scale is
    ///     taken for none.
    ///   - codeCount: how many codes the scale has.
    package init(_ units: [[Int?]], of codeCount: Int, on scale: Scale) {
        self.scale = scale
        self.codeCount = codeCount
        var patterns: [[Int]] = []
        var known: [[Int]: Int] = [:]
        var places: [Int] = []
        for unit in units {
            var counts = [Int](repeating: 0, count: codeCount)
            for case let code? in unit where (0..<codeCount).contains(code) { counts[code] += 1 }
            guard counts.reduce(0, +) >= 2 else { continue }
            if known[counts] == nil {
                known[counts] = patterns.count
                patterns.append(counts)
            }
            places.append(known[counts] ?? 0)
        }
        self.patterns = patterns
        self.units = places
    }

    /// How many units at least two readers coded.
    package var unitCount: Int { units.count }

    /// The share of units to which all their readers gave the same code, 0 to 1; nil where there are no units.
    package var sameShare: Double? {
        guard !units.isEmpty else { return nil }
        let isSame = patterns.map { pattern in pattern.count { $0 > 0 } == 1 }
        return Double(units.count { isSame[$0] }) / Double(units.count)
    }

    /// Krippendorff’s alpha: 1 − observed / expected disagreement.
    ///
    /// 1 is perfect, 0 is chance. With the coincidences `o(c,k) = Σ over units of pairs c–k / (m − 1)`, where `m` readers coded the unit, their margins
    /// `n(c)` and sum `n`:
    ///
    ///     alpha = 1 − (n − 1) · Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k)      over c < k
    ///
    /// Nil where it is undefined: without units, and where everybody always gave one and the same code, since then nothing
    /// shows that readers can tell codes apart.
    package var alpha: Double? { alpha(of: times(of: units)) }

    /// An interval for alpha by the percentile bootstrap over units.
    ///
    /// Source: B. Efron and R. Tibshirani, “An Introduction to the Bootstrap” (1993), 13.3.
    ///
    /// - Parameter share: of the resamples that lie in it, 0 to 1.
    /// - Returns: nil where alpha is undefined, or in more than one in twenty resamples.
    package func interval(
        share: Double = 0.95, resamples: Int = 2_000, using generator: inout some RandomNumberGenerator
    ) -> ClosedRange<Double>? {
        guard alpha != nil, resamples > 0 else { return nil }
        var found: [Double] = []
        found.reserveCapacity(resamples)
        for _ in 0..<resamples {
            var times = [Int](repeating: 0, count: patterns.count)
            for _ in units.indices { times[units[Int.random(in: units.indices, using: &generator)]] += 1 }
            if let value = alpha(of: times) { found.append(value) }
        }
        guard Double(resamples - found.count) <= Self.mostUndefined * Double(resamples) else { return nil }
        found.sort()
        let outside = (1 - share) / 2
        let lower = Int(Double(found.count) * outside)
        return found[lower]...found[found.count - 1 - lower]
    }

    private func times(of units: [Int]) -> [Int] {
        var times = [Int](repeating: 0, count: patterns.count)
        for pattern in units { times[pattern] += 1 }
        return times
    }

    /// - Parameter times: how many units have each pattern.
    private func alpha(of times: [Int]) -> Double? {
        var margins = [Int](repeating: 0, count: codeCount)
        for (pattern, times) in zip(patterns, times) where times > 0 {
            for code in margins.indices { margins[code] += times * pattern[code] }
        }
        let n = margins.reduce(0, +)
        var (observed, expected) = (0.0, 0.0)
        for high in margins.indices where margins[high] > 0 {
            for low in 0..<high where margins[low] > 0 {
                let apart = squaredDistance(low, high, margins)
                expected += Double(margins[low] * margins[high]) * apart
                var together = 0.0
                for (pattern, times) in zip(patterns, times) where times > 0 && pattern[low] > 0 && pattern[high] > 0 {
                    together += Double(times * pattern[low] * pattern[high]) / Double(pattern.reduce(0, +) - 1)
                }
                observed += together * apart
            }
        }
        return expected > 0 ? 1 - Double(n - 1) * observed / expected : nil
    }

    /// 1 on a nominal scale, `(Σ n(g) from c to k − (n(c) + n(k)) / 2)²` on an ordinal one.
    private func squaredDistance(_ low: Int, _ high: Int, _ margins: [Int]) -> Double {
        guard scale == .ordinal else { return 1 }
        let ranks = Double(margins[low...high].reduce(0, +)) - Double(margins[low] + margins[high]) / 2
        return ranks * ranks
    }
}
