import Foundation

/// How many voices to expect when nothing has changed: a negative binomial distribution.
///
/// It is a Poisson count whose rate is itself uncertain, as in Noufaily and others (2013), Statistics in Medicine 32:1206,
/// for the thresholds of the improved Farrington method.
struct PredictedCount: Sendable {
    let mean: Double
    private let size: Double

    /// - Parameters:
    ///   - belief: of the mean.
    ///   - dispersion: how many times as much as Poisson the count scatters around it; 1 or more.
    init(_ belief: GammaBelief, dispersion: Double) {
        mean = belief.mean
        // Its variance, mean + mean² / size, is dispersion x mean + the variance of the belief.
        size = mean / max(dispersion - 1 + mean * belief.squaredVariation, 1e-6)
    }

    /// The probability of at most `count`: an incomplete beta function (NIST DLMF 8.17.24 and its limit).
    func cumulative(_ count: Int) -> Double {
        BetaDistribution(a: size, b: Double(count) + 1).cumulative(size / (size + mean))
    }

    /// The range that leaves out no more than a twentieth on either side, and always holds the mean.
    var range: ClosedRange<Double> {
        Double(min(quantile(0.05), Int(mean)))...max(Double(quantile(0.95)), mean.rounded(.up))
    }

    private func quantile(_ share: Double) -> Int {
        var high = 1
        while cumulative(high) < share, high < 1 << 30 { high *= 2 }
        var low = -1
        while high - low > 1 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return high
    }
}
