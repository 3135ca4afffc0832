import Concerns
import Signals
import Testing

struct OwnPastEngineTests {
    @Test func `each area has its signal, in the order of the areas, with the name of the method`() throws {
        let nation = try TestNation(seed: 1)
        let signals = nation.signals(of: nation.codes[3])
        #expect(signals.map(\.area) == JudgementArea.allCases)
        #expect(signals.allSatisfy { $0.method == "own-past-and-neighbours 1" })
        #expect(signals.allSatisfy { $0.windowWeeks == 13 && $0.through == TestNation.through })
    }

    @Test func `one area that rises threefold alone has deteriorated, and the others are as usual`() throws {
        for seed in UInt64(0)..<20 {
            let nation = try TestNation(rate: 2, seed: seed) { $0 == .careLeavers ? 3 : 1 }
            let signals = nation.signals(of: nation.codes[0])
            #expect(signals[.careLeavers]?.state == .deteriorated, "seed \(seed)")
            #expect(signals.filter { $0.state == .deteriorated }.count == 1, "seed \(seed)")
        }
    }

    @Test func `a burst that raises all areas is watched with a note, and none has deteriorated`() throws {
        for seed in UInt64(0)..<20 {
            let nation = try TestNation(rate: 2, seed: seed) { _ in 3 }
            let signals = nation.signals(of: nation.codes[0])
            #expect(signals.allSatisfy { $0.state == .watch }, "seed \(seed)")
            let notes = signals.map { $0.notes.joined(separator: " ") }
            #expect(notes.contains { $0.contains("and so did the authority’s other areas") }, "seed \(seed)")
            #expect(notes.allSatisfy { $0.contains("other areas had") }, "seed \(seed)")
        }
    }

    @Test func `a rise that rests on one week is watched, however strong`() throws {
        for seed in UInt64(0)..<20 {
            var nation = try TestNation(seed: seed)
            nation.add(60, to: nation.codes[0], .adoption, in: TestNation.through.advanced(by: -Int(seed % 13)))
            let signal = try #require(nation.signals(of: nation.codes[0])[.adoption])
            #expect(signal.probability > TestNation.rule.deteriorated, "seed \(seed)")
            #expect(signal.state == .watch, "seed \(seed)")
            #expect(signal.notes.contains { $0.hasPrefix("The rise rests on a few") }, "seed \(seed)")
        }
    }

    @Test func `a flood of two weeks is mostly watched, however many take part`() throws {
        let deteriorated = try (UInt64(0)..<20).count { seed in
            var nation = try TestNation(seed: seed)
            nation.add(20, to: nation.codes[0], .adoption, in: TestNation.through)
            nation.add(20, to: nation.codes[0], .adoption, in: TestNation.through.advanced(by: -1))
            return nation.signals(of: nation.codes[0])[.adoption]?.state == .deteriorated
        }
        #expect(deteriorated <= 8)
    }

    @Test func `an area that stands out only because its neighbours fell silent is watched`() throws {
        var nation = try TestNation(rate: 4, seed: 5)
        let code = nation.codes[0]
        nation.multiply(code, in: TestNation.from...TestNation.recent.lowerBound.advanced(by: -1), by: 4)
        nation.multiply(code, .leadership, in: TestNation.recent, by: 3)
        let signal = try #require(nation.signals(of: code)[.leadership])
        #expect(signal.probability > TestNation.rule.deteriorated)
        #expect(signal.state == .watch)
        #expect(signal.notes.contains { $0.hasPrefix("This area did not rise") })
    }

    @Test func `with fewer voices than the rule asks for nothing is said, and silence is not called good`() throws {
        var nation = try TestNation(seed: 6)
        nation.multiply(nation.codes[0], in: TestNation.recent, by: 0)
        for signal in nation.signals(of: nation.codes[0]) {
            #expect(signal.voices == 0)
            #expect(signal.state == .unknown)
            #expect(signal.notes.first?.contains("Silence is not a sign that all is well") == true)
        }
    }

    @Test func `four voices where none was ever heard are unknown, five are evidence`() throws {
        for (voices, isKnown) in [(4, false), (5, true)] {
            var nation = try TestNation(seed: 7)
            nation.multiply(nation.codes[0], .adoption, in: TestNation.from...TestNation.through, by: 0)
            for week in 0..<voices {
                nation.add(1, to: nation.codes[0], .adoption, in: TestNation.through.advanced(by: -week))
            }
            let signal = try #require(nation.signals(of: nation.codes[0])[.adoption])
            #expect((signal.state != .unknown) == isKnown)
        }
    }

    @Test func `an authority nobody has heard of is unknown in every area`() throws {
        let stranger = try GSSCode("E10009999")
        let signals = try TestNation(seed: 8).signals(of: stranger)
        #expect(signals.map(\.area) == JudgementArea.allCases)
        #expect(signals.allSatisfy { $0.state == .unknown && $0.probability == 0 })
    }

    @Test func `without any history all is unknown`() throws {
        let code = try GSSCode("E06000001")
        for sizes in [[:], [code: 0], [code: 400]] {
            let history = VoiceHistory(counts: [], childrenInCare: sizes, from: TestNation.from)
            let signals = TestNation.engine.signals(of: code, in: history, through: TestNation.through)
            #expect(signals.count == 6)
            #expect(signals.allSatisfy { $0.state == .unknown && $0.voices == 0 })
        }
    }

    @Test(arguments: [13, 14, 60, 450])
    func `weeks of which nothing is on file are unknown, and nothing else is said of them`(later: Int) throws {
        let nation = try TestNation(rate: 4, seed: 12)
        let last = try #require(nation.counts.map(\.week).max())
        for code in nation.codes {
            let signals = TestNation.engine.signals(
                of: code, in: nation.history, through: last.advanced(by: later))
            #expect(signals.allSatisfy { $0.state == .unknown && $0.voices == 0 })
            #expect(signals.allSatisfy { $0.notes.count == 1 && $0.notes[0].hasPrefix("Nothing is on file") })
        }
    }

    @Test func `counts kept for less than a window before cannot be compared`() throws {
        let nation = try TestNation(rate: 4, seed: 9)
        let history = VoiceHistory(
            counts: nation.counts, childrenInCare: nation.childrenInCare,
            from: TestNation.recent.lowerBound.advanced(by: -12))
        let signals = TestNation.engine.signals(of: nation.codes[0], in: history, through: TestNation.through)
        #expect(signals.allSatisfy { $0.state == .unknown })
        #expect(signals.contains { $0.notes.contains { $0.contains("only 12 weeks before these; 13 are needed") } })
    }

    @Test func `an authority of unknown size is judged, and its signals say so`() throws {
        var nation = try TestNation(rate: 2, seed: 10)
        let code = nation.codes[0]
        nation.childrenInCare[code] = nil
        nation.multiply(code, .lookedAfter, in: TestNation.recent, by: 6)
        let signal = try #require(nation.signals(of: code)[.lookedAfter])
        #expect(signal.state == .deteriorated)
        #expect(signal.notes.contains { $0.contains("number of children in care is not known") })
    }

    @Test func `weeks after the one that is judged are not looked at`() throws {
        var nation = try TestNation(seed: 11)
        let before = nation.signals(of: nation.codes[0])
        nation.add(500, to: nation.codes[0], .lookedAfter, in: TestNation.through.advanced(by: 1))
        #expect(nation.signals(of: nation.codes[0]) == before)
    }
}
