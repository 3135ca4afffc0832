import Foundation

/// The beta distribution, by which probabilities of the ratio of two rates are found.
struct BetaDistribution: Sendable {
    let a: Double
    let b: Double

    /// The probability of a value up to `x`: the regularised incomplete beta function I(x; a, b).
    ///
    /// Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, by Lentz's method as modified by
    /// Thompson and Barnett (1986); where it would converge slowly, the symmetry 8.17.4.
    func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        if x > (a + 1) / (a + b + 2) { return 1 - BetaDistribution(a: b, b: a).cumulative(1 - x) }
        let front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)
        return min(1, max(0, exp(front) * continuedFraction(x) / a))
    }

    /// The value below which a share of the distribution lies, by halving: slow, and never astray.
    func quantile(_ share: Double) -> Double {
        var low = 0.0
        var high = 1.0
        for _ in 0..<52 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private func continuedFraction(_ x: Double) -> Double {
        let tiny = 1e-300
        func notZero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }

        var c = 1.0
        var d = 1 / notZero(1 - (a + b) * x / (a + 1))
        var fraction = d
        // The number of steps needed grows with the root of the larger parameter; 2,000 is ample for counts of people.
        for step in 1...2_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var change = 1.0
            for numerator in [even, odd] {
                d = 1 / notZero(1 + numerator * d)
                c = notZero(1 + numerator / c)
                change = c * d
                fraction *= change
            }
            if abs(change - 1) < 1e-14 { break }
        }
        return fraction
    }
}
