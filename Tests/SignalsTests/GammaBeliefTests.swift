import Testing

@testable import Signals

struct GammaBeliefTests {
    @Test func `what is seen adds to what was believed`() {
        let belief = GammaBelief(shape: 2, mean: 1).learning(voices: 8, exposure: 2, dispersion: 1)
        #expect(belief == GammaBelief(shape: 10, mean: 2.5))
    }

    @Test func `voices that scatter twice as much teach half as much`() {
        let belief = GammaBelief(shape: 2, mean: 1).learning(voices: 8, exposure: 2, dispersion: 2)
        #expect(belief == GammaBelief(shape: 6, mean: 2))
    }

    @Test func `a product is less sure than either factor`() {
        let product = GammaBelief(shape: 10, mean: 2).times(GammaBelief(shape: 20, mean: 3))
        #expect(product.mean == 6)
        #expect(abs(product.squaredVariation - (1.1 * 1.05 - 1)) < 1e-12)
    }

    @Test func `authorities that differ as chance would have it are taken for as alike as is allowed`() {
        let shape = GammaBelief.shape(
            ofFactorsBehind: [9, 11, 10, 8], [10, 10, 10, 10], dispersion: 1, within: 0.5...50)
        #expect(shape == 50)
    }

    @Test func `authorities that differ by half are taken for a shape of about four`() {
        let shape = GammaBelief.shape(ofFactorsBehind: [500, 1500], [1000, 1000], dispersion: 1, within: 0.5...50)
        #expect(abs(shape - 4) < 0.1)
    }

    @Test func `where nothing was expected, nothing is taken for alike`() {
        #expect(GammaBelief.shape(ofFactorsBehind: [], [], dispersion: 1, within: 0.5...50) == 0.5)
        #expect(GammaBelief.shape(ofFactorsBehind: [900, 0], [1, 1], dispersion: 1, within: 0.5...50) == 0.5)
    }
}
