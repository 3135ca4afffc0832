/// How many times the usual rate the recent one is: the ratio of two gamma beliefs.
///
/// If X and Y are gamma with shapes a and b and rates p and q, then pX / (pX + qY) is beta(a, b) (Johnson, Kotz and
/// Balakrishnan, Continuous Univariate Distributions, chapter 25), so that every probability is an incomplete beta function.
struct RateRatio: Sendable {
    private let beta: BetaDistribution
    /// p by q.
    private let scale: Double

    init(of recent: GammaBelief, to usual: GammaBelief) {
        beta = BetaDistribution(a: recent.shape, b: usual.shape)
        scale = recent.rate / usual.rate
    }

    /// The probability that the ratio is above `factor`.
    func probability(above factor: Double) -> Double {
        // From the other end, so that a very small probability is not lost in 1 - 0.999….
        let share = factor * scale / (1 + factor * scale)
        return BetaDistribution(a: beta.b, b: beta.a).cumulative(1 - share)
    }

    func quantile(_ share: Double) -> Double {
        let value = beta.quantile(share)
        return value / max(1 - value, .leastNormalMagnitude) / scale
    }
}
