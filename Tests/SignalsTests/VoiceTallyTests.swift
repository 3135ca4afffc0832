import Concerns
import TestSupport
import Testing

@testable import Signals

struct VoiceTallyTests {
    let from = Week(number: 100)

    @Test func `any stretch of weeks adds up to what its rows add up to`() throws {
        for seed in UInt64(0)..<200 {
            var generator = Seeded(seed)
            let codes = [try GSSCode("E06000001"), try GSSCode("E10000002")]
            let counts = try (0..<60).map { _ in
                VoiceCount(
                    authority: try #require(codes.randomElement(using: &generator)),
                    area: try #require(JudgementArea.allCases.randomElement(using: &generator)),
                    week: Week(number: .random(in: 95...120, using: &generator)),
                    voices: .random(in: -1...4, using: &generator))
            }
            let tally = VoiceTally(counts: counts, childrenInCare: [:], from: from)
            let low = Int.random(in: 90...125, using: &generator)
            let stretch = Week(number: low)..<Week(number: .random(in: low...130, using: &generator))
            for code in codes {
                guard let place = tally.place(of: code) else { continue }
                for (column, area) in VoiceTally.areas.enumerated() {
                    let expected =
                        counts.filter { $0.authority == code && $0.area == area && $0.week >= from }
                        .filter { stretch.contains($0.week) && $0.voices > 0 }.reduce(0) { $0 + $1.voices }
                    #expect(tally.voices(place: place, area: column, in: stretch) == expected, "seed \(seed)")
                }
            }
        }
    }

    @Test func `an unknown size is taken for the middle one, and no child for one`() throws {
        let codes = try (1...4).map { try GSSCode("E0600000\($0)") }
        let row = VoiceCount(authority: codes[3], area: .adoption, week: from, voices: 1)
        let tally = VoiceTally(counts: [row], childrenInCare: [codes[0]: 0, codes[1]: 300, codes[2]: 900], from: from)
        #expect(tally.thousandsOfChildren == [0.001, 0.3, 0.9, 0.3])
    }
}
