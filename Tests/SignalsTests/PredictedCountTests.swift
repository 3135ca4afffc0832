import Testing

@testable import Signals

struct PredictedCountTests {
    @Test(arguments: [
        (6.0, 1.3, 20.0, 0.6092722507067273, 2.0...12.0), (40.0, 2.0, 50.0, 0.5476038587382994, 24.0...59.0),
        (0.2, 1.0, 5.0, 0.8219271067593514, 0.0...1.0), (200.0, 1.0, 1e6, 0.518794309773267, 177.0...224.0),
    ])
    func `agrees with the negative binomial distribution`(
        mean: Double, dispersion: Double, shape: Double, upToMean: Double, range: ClosedRange<Double>
    ) {
        let count = PredictedCount(GammaBelief(shape: shape, mean: mean), dispersion: dispersion)
        #expect(abs(count.cumulative(Int(mean)) - upToMean) < 1e-9)
        #expect(count.range == range)
    }

    @Test(arguments: [1e-9, 0.01, 0.5, 3, 700]) func `the range holds the mean`(mean: Double) {
        let count = PredictedCount(GammaBelief(shape: 0.5, mean: mean), dispersion: 5)
        #expect(count.range.contains(mean))
    }
}
