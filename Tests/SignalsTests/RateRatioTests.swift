import Testing

@testable import Signals

struct RateRatioTests {
    // Shape 12 and rate 2 by shape 30 and rate 10; the values are those of a beta-prime distribution.
    let ratio = RateRatio(of: GammaBelief(shape: 12, mean: 6), to: GammaBelief(shape: 30, mean: 3))

    @Test(arguments: [
        (1.0, 0.9684854176150041), (1.5, 0.7793182144812456), (2.0, 0.4804649397455749), (3.0, 0.10387410970688137),
    ])
    func `the probability of a rise agrees with known values`(factor: Double, expected: Double) {
        #expect(abs(ratio.probability(above: factor) - expected) < 1e-12)
    }

    @Test(arguments: [(0.05, 1.0855639085090516), (0.5, 1.9665583581037587), (0.95, 3.400233392959651)])
    func `the interval agrees with known values`(share: Double, expected: Double) {
        #expect(abs(ratio.quantile(share) - expected) < 1e-9)
    }
}
