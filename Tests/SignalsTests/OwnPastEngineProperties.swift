import Concerns
import Signals
import TestSupport
import Testing

/// What holds for every history, whatever is in it.
struct OwnPastEngineProperties {
    @Test func `one more recent voice never lowers the probability`() throws {
        for seed in UInt64(0)..<40 {
            var generator = Seeded(seed)
            var nation = try TestNation(
                authorities: 3, rate: .random(in: 0.02...3, using: &generator), seed: seed)
            let code = nation.codes[0]
            let area = try #require(JudgementArea.allCases.randomElement(using: &generator))
            var last = try #require(nation.signals(of: code)[area]?.probability)
            for _ in 0..<5 {
                let week = TestNation.through.advanced(by: -.random(in: 0...12, using: &generator))
                nation.add(1, to: code, area, in: week)
                let next = try #require(nation.signals(of: code)[area]?.probability)
                #expect(next >= last, "seed \(seed)")
                last = next
            }
        }
    }

    @Test func `probabilities lie in 0 to 1, ranges are ordered and hold their point`() throws {
        for seed in UInt64(0)..<60 {
            var generator = Seeded(seed)
            let rates: [Double] = [0, 0.001, 0.1, 1, 20]
            let rate = try #require(rates.randomElement(using: &generator))
            var nation = try TestNation(authorities: .random(in: 1...6, using: &generator), rate: rate, seed: seed)
            if Bool.random(using: &generator) { nation.childrenInCare = [:] }
            nation.multiply(
                nation.codes[0], .adoption, in: TestNation.recent, by: .random(in: 0...1_000, using: &generator))
            for signal in nation.signals() {
                #expect((0...1).contains(signal.probability), "seed \(seed)")
                #expect(signal.expected >= 0 && signal.expected.isFinite, "seed \(seed)")
                #expect(signal.expectedRange.contains(signal.expected), "seed \(seed)")
                #expect(signal.ratio >= 0 && signal.ratio.isFinite, "seed \(seed)")
                #expect(signal.ratioRange.contains(signal.ratio), "seed \(seed)")
            }
        }
    }

    @Test func `the order of the rows changes nothing`() throws {
        for seed in UInt64(0)..<10 {
            var generator = Seeded(seed)
            var nation = try TestNation(authorities: 6, seed: seed)
            let sorted = nation.signals()
            nation.counts.shuffle(using: &generator)
            #expect(nation.signals() == sorted, "seed \(seed)")
        }
    }

    @Test func `where nothing changes, few signals say that something has`() throws {
        var states: [SignalState: Int] = [:]
        for seed in UInt64(0)..<10 {
            for signal in try TestNation(rate: 1.5, seed: seed).signals() { states[signal.state, default: 0] += 1 }
        }
        let judged = Double(states.values.reduce(0, +) - (states[.unknown] ?? 0))
        #expect(judged > 900)
        #expect(Double(states[.deteriorated] ?? 0) / judged < 0.003, "\(states)")
        #expect(Double(states[.usual] ?? 0) / judged > 0.97, "\(states)")
    }

    @Test func `nine times in ten the voices lie in the range that was expected`() throws {
        var inside = 0
        var all = 0
        for seed in UInt64(0)..<10 {
            for signal in try TestNation(rate: 1.5, seed: seed).signals() {
                all += 1
                if signal.expectedRange.contains(Double(signal.voices)) { inside += 1 }
            }
        }
        // A range of whole numbers that leaves out no more than a twentieth on either side holds a little more than 0.9.
        #expect((0.88...0.97).contains(Double(inside) / Double(all)), "\(inside) of \(all)")
    }
}
