import Concerns
import Testing

@testable import Signals

struct NeighboursTests {
    let stretches = Stretches(from: TestNation.from, through: TestNation.through, windowWeeks: 13)

    func neighbours(of area: Int, in nation: TestNation) throws -> Neighbours {
        let tally = nation.history.tally
        let place = try #require(tally.place(of: nation.codes[0]))
        return Neighbours(of: area, at: place, in: Nation(tally, without: place, stretches))
    }

    @Test func `all areas that rise together speak for each other`() throws {
        for seed in UInt64(0)..<20 {
            let nation = try TestNation(rate: 2, seed: seed) { _ in 3 }
            let common = try neighbours(of: 0, in: nation).common
            #expect((2.2...3.3).contains(common.mean), "seed \(seed)")
        }
    }

    @Test func `an area that rises alone does not speak for the rest`() throws {
        let risen = 1
        for seed in UInt64(0)..<20 {
            let nation = try TestNation(rate: 2, seed: seed) { $0 == JudgementArea.allCases[risen] ? 4 : 1 }
            let neighbours = try neighbours(of: 0, in: nation)
            #expect(!neighbours.speaking.contains(risen), "seed \(seed)")
            #expect((0.7...1.4).contains(neighbours.common.mean), "seed \(seed)")
        }
    }

    @Test func `an area never speaks for itself`() throws {
        let nation = try TestNation(seed: 1)
        for area in JudgementArea.allCases.indices {
            #expect(!(try neighbours(of: area, in: nation).speaking.contains(area)))
        }
    }
}
