import TestSupport
import Testing

@testable import Signals

struct BetaDistributionTests {
    @Test(arguments: [
        (0.5, 0.5, 0.25, 1.0 / 3.0), (1.0, 1.0, 0.3, 0.3), (2.0, 3.0, 0.4, 0.5248), (5.0, 0.5, 0.9, 0.3166429150200122),
        (10.0, 10.0, 0.5, 0.5), (80.0, 120.0, 0.35, 0.0726377084372225), (500.0, 700.0, 0.45, 0.9900947775215684),
        (0.01, 3.0, 0.001, 0.9472810243254739), (3000.0, 2000.0, 0.61, 0.9258494502887021),
        (2.0, 50.0, 0.2, 0.9998430027538023),
    ])
    func `agrees with known values`(a: Double, b: Double, x: Double, expected: Double) {
        #expect(abs(BetaDistribution(a: a, b: b).cumulative(x) - expected) < 1e-11)
    }

    @Test func `nothing lies outside 0 to 1`() {
        let beta = BetaDistribution(a: 2, b: 3)
        #expect(beta.cumulative(-0.1) == 0)
        #expect(beta.cumulative(0) == 0)
        #expect(beta.cumulative(1) == 1)
        #expect(beta.cumulative(1.1) == 1)
    }

    @Test func `a quantile is undone by the probability`() {
        var generator = Seeded(1)
        for seed in 0..<300 {
            let beta = BetaDistribution(
                a: .random(in: 0.5...200, using: &generator), b: .random(in: 0.5...200, using: &generator))
            let share = Double.random(in: 0.01...0.99, using: &generator)
            #expect(abs(beta.cumulative(beta.quantile(share)) - share) < 1e-9, "\(seed): \(beta), \(share)")
        }
    }
}
