/// What is believed of a rate above 0: a gamma distribution.
///
/// It is the belief that counts of a Poisson process leave behind, so that learning is an addition (Gelman and others,
/// Bayesian Data Analysis, 3rd edition, section 2.6).
struct GammaBelief: Hashable, Sendable {
    /// How much is known, in counts.
    let shape: Double
    let mean: Double

    /// `shape` by `mean`: how much has been observed.
    var rate: Double { shape / mean }
    /// The square of standard deviation by mean.
    var squaredVariation: Double { 1 / shape }

    /// The belief after `voices` in `exposure` units of time, where voices scatter `dispersion` times as much as Poisson.
    ///
    /// With a dispersion above 1, that many voices are worth one (quasi-likelihood; McCullagh and Nelder, section 9.2).
    func learning(voices: Int, exposure: Double, dispersion: Double) -> GammaBelief {
        let shape = self.shape + Double(voices) / dispersion
        return GammaBelief(shape: shape, mean: shape / (rate + exposure / dispersion))
    }

    func scaled(by factor: Double) -> GammaBelief { GammaBelief(shape: shape, mean: mean * factor) }

    /// The product of two independent beliefs: the gamma distribution of the same mean and variance.
    func times(_ other: GammaBelief) -> GammaBelief {
        let variation = (1 + squaredVariation) * (1 + other.squaredVariation) - 1
        return GammaBelief(shape: 1 / variation, mean: mean * other.mean)
    }

    /// The shape of the distribution, around 1, of the factors by which counts differ from what was expected of them.
    ///
    /// By moments: the squared scatter beyond the counts' own, by the square of what was expected, is `1 / shape`. Where
    /// nothing was expected, nothing is known of the factors, and the shape is the least.
    static func shape(
        ofFactorsBehind counts: [Int], _ expected: [Double], dispersion: Double, within bounds: ClosedRange<Double>
    ) -> Double {
        let squares = expected.reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return bounds.lowerBound }
        let scatter = zip(counts, expected).reduce(0) { sum, pair in
            let gap = Double(pair.0) - pair.1
            return sum + gap * gap - dispersion * pair.1
        }
        return scatter <= 0 ? bounds.upperBound : min(max(squares / scatter, bounds.lowerBound), bounds.upperBound)
    }
}
