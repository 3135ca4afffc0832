import Concerns
import Testing

@testable import Signals

struct NationTests {
    let stretches = Stretches(from: TestNation.from, through: TestNation.through, windowWeeks: 13)

    @Test func `counts that scatter as Poisson do have a dispersion near 1`() throws {
        let tally = try TestNation(authorities: 60, seed: 1).history.tally
        #expect(Nation(tally, without: nil, stretches).dispersion < 1.1)
    }

    @Test func `voices that come in threes have a dispersion near 3`() throws {
        var nation = try TestNation(authorities: 60, seed: 2)
        for code in nation.codes { nation.multiply(code, in: TestNation.from...TestNation.through, by: 3) }
        let dispersion = Nation(nation.history.tally, without: nil, stretches).dispersion
        #expect((2.7...3.3).contains(dispersion))
    }

    @Test func `a burst in all areas of an authority is no scatter`() throws {
        var nation = try TestNation(authorities: 60, seed: 3)
        for code in nation.codes {
            nation.multiply(code, in: TestNation.from.advanced(by: 20)...TestNation.from.advanced(by: 23), by: 4)
        }
        #expect(Nation(nation.history.tally, without: nil, stretches).dispersion < 1.9)
        #expect(Nation(nation.history.tally, without: nil, stretches).habits.allSatisfy { $0.likeness > 5 })
    }

    @Test func `a rise everywhere is the nation's level and no authority's`() throws {
        var nation = try TestNation(authorities: 40, seed: 4)
        for code in nation.codes { nation.multiply(code, in: TestNation.recent, by: 2) }
        let habits = Nation(nation.history.tally, without: nil, stretches).habits
        #expect(habits.allSatisfy { (1.7...2.2).contains($0.level) })
        let signals = nation.signals()
        #expect(signals.filter { $0.state == .deteriorated }.count <= 2)
        #expect(signals.contains { $0.notes.contains { $0.hasPrefix("All other authorities together had") } })
    }

    @Test func `the authority that is judged sets no bar for itself`() throws {
        var nation = try TestNation(seed: 5)
        let before = Nation(nation.history.tally, without: 0, stretches)
        nation.multiply(nation.codes[0], in: TestNation.recent, by: 50)
        let after = Nation(nation.history.tally, without: 0, stretches)
        #expect(before.dispersion == after.dispersion)
        #expect(before.habits == after.habits)
        #expect(before.steadiness == after.steadiness)
    }

    @Test func `the shorter an authority's past, the more it leans on the nation's rate for its size`() throws {
        var nation = try TestNation(seed: 6)
        let silent = try GSSCode("E06009999")
        nation.childrenInCare[silent] = 500
        let usuals = try [13, 52, 104].map { pastWeeks in
            let from = TestNation.recent.lowerBound.advanced(by: -pastWeeks)
            let tally = VoiceHistory(counts: nation.counts, childrenInCare: nation.childrenInCare, from: from).tally
            let place = try #require(tally.place(of: silent))
            let stretches = Stretches(from: from, through: TestNation.through, windowWeeks: 13)
            return Nation(tally, without: place, stretches).usual(place: place, area: 0).mean
        }
        #expect(usuals == usuals.sorted(by: >))
        #expect(usuals.allSatisfy { 0 < $0 && $0 < 13 })
    }
}
