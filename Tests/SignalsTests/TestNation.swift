import TestSupport
import Concerns
import Signals

/// A small nation in which nothing changes but what a test changes.
struct TestNation {
    static let from = Week(number: 2_000)
    static let weeks = 130
    static let through = from.advanced(by: weeks - 1)
    /// The thirteen weeks that the rule calls recent.
    static let recent = through.advanced(by: -12)...through
    static let rule = SignalRule(windowWeeks: 13, factor: 1.5, leastVoices: 5, deteriorated: 0.9, watch: 0.7)
    static let engine = OwnPastEngine(rule: rule)

    let codes: [GSSCode]
    var counts: [VoiceCount]
    var childrenInCare: [GSSCode: Int]

    /// Multiplies the rate of the first authority in the recent weeks.
    typealias Rise = (JudgementArea) -> Double

    /// - Parameter rate: voices a week in an authority of 500, in each area.
    init(authorities: Int = 20, rate: Double = 1, seed: UInt64, rise: Rise = { _ in 1 }) throws {
        var generator = Seeded(seed)
        codes = try (0..<authorities).map { try GSSCode("E0600\(1000 + $0)") }
        counts = []
        childrenInCare = [:]
        for code in codes {
            // The first, which tests look at, is of middling size.
            let children = code == codes.first ? 600 : Int.random(in: 100...1200, using: &generator)
            childrenInCare[code] = children
            for area in JudgementArea.allCases {
                let own = rate * Double(children) / 500 * Double.random(in: 0.6...1.6, using: &generator)
                for week in Self.from...Self.through {
                    let isRising = code == codes.first && Self.recent.contains(week)
                    let voices = generator.poisson(own * (isRising ? rise(area) : 1))
                    if voices > 0 { counts.append(VoiceCount(authority: code, area: area, week: week, voices: voices)) }
                }
            }
        }
    }

    var history: VoiceHistory { VoiceHistory(counts: counts, childrenInCare: childrenInCare, from: Self.from) }

    func signals(of code: GSSCode) -> [Signal] {
        Self.engine.signals(of: code, in: history, through: Self.through)
    }

    /// The signals of all authorities.
    func signals() -> [Signal] {
        let history = history
        return codes.flatMap { Self.engine.signals(of: $0, in: history, through: Self.through) }
    }

    /// Multiplies what one authority heard, in one area or in all.
    mutating func multiply(_ code: GSSCode, _ area: JudgementArea? = nil, in weeks: ClosedRange<Week>, by factor: Int) {
        counts = counts.map { count in
            guard count.authority == code, weeks.contains(count.week), area == nil || area == count.area else {
                return count
            }
            return VoiceCount(
                authority: code, area: count.area, week: count.week, voices: count.voices * factor)
        }
    }

    mutating func add(_ voices: Int, to code: GSSCode, _ area: JudgementArea, in week: Week) {
        counts.append(VoiceCount(authority: code, area: area, week: week, voices: voices))
    }
}

extension [Signal] {
    subscript(area: JudgementArea) -> Signal? { first { $0.area == area } }
}
