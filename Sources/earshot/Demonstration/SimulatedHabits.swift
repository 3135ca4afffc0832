import Concerns
import Foundation

/// How often the young people of one simulated authority write, and about what.
struct SimulatedHabits: Sendable {
    /// Voices expected in a week, by area.
    private let rates: [JudgementArea: Double]

    /// Authorities differ as a whole and by area, so that size alone does not tell the count.
    init(children: Int, using generator: inout SeededGenerator) {
        let readiness = generator.factor(steadiness: 16)
        var rates: [JudgementArea: Double] = [:]
        for area in JudgementArea.allCases {
            let rate = Self.per1000Children(in: area) * Double(max(children, 0)) / 1000
            rates[area] = rate * readiness * generator.factor(steadiness: 20)
        }
        self.rates = rates
    }

    /// The voices of one week: a Poisson count whose rate wavers, a little fuller in winter.
    func voices(in area: JudgementArea, _ week: Week, rise: Double, using generator: inout SeededGenerator) -> Int {
        let season = 1 + 0.15 * cos(2 * Double.pi * Double(week.number) / 52.18)
        let rate = (rates[area] ?? 0) * season * rise * generator.factor(steadiness: 10)
        return generator.poisson(mean: rate)
    }

    /// Voices a week, invented so that a nation of 82,000 children sends some thousand of them.
    private static func per1000Children(in area: JudgementArea) -> Double {
        switch area {
        case .helpAndProtection: 2.4
        case .lookedAfter: 4
        case .adoption: 0.4
        case .careLeavers: 3
        case .leadership: 1
        case .listenedTo: 2.2
        }
    }
}
