import Testing

@testable import Signals

struct LogGammaTests {
    @Test(arguments: [
        (0.001, 6.907178885383853), (0.5, 0.5723649429247), (1.0, 0.0), (1.5, -0.12078223763524526), (2.0, 0.0),
        (5.0, 3.1780538303479458), (10.5, 13.940625219403763), (100.0, 359.1342053695754),
        (12345.678, 103959.91990554606),
    ])
    func `agrees with published values`(x: Double, expected: Double) {
        #expect(abs(logGamma(x) - expected) <= 2e-14 * max(1, abs(expected)))
    }
}
