package import Concerns

/// Counts of voices that nobody sent: a made-up past for the demonstration, the same for the same seed.
///
/// Only the names and sizes of the authorities are real. What was planted is told with the counts, so that pages can say
/// what there is to find, and nobody takes it for a fact about a council.
package struct SimulatedHistory: Sendable {
    package let counts: [VoiceCount]
    /// What was changed on purpose; everything else is chance.
    package let planted: [PlantedChange]
    package let childrenInCare: [GSSCode: Int]
    package let from: Week
    package let through: Week

    /// - Parameters:
    ///   - authorities: in any order; those that no longer exist get no voices.
    ///   - through: the last week with voices.
    ///   - weeks: how many, the last included.
    ///   - planted: what changes and where; by default two deteriorations and one burst of outreach.
    package static func make(
        authorities: [Authority], through: Week, weeks: Int = 156, seed: UInt64, planted: [PlantedChange]? = nil
    ) -> SimulatedHistory {
        let current = authorities.filter(\.isCurrent).sorted { $0.code < $1.code }
        let planted = planted ?? PlantedChange.demonstration(among: current, through: through)
        let from = through.advanced(by: 1 - max(weeks, 1))
        let counts = current.flatMap { authority in
            // A generator of its own for each authority: what happens in one changes no number of another.
            var generator = SeededGenerator(seed: seed, name: authority.code.description)
            let habits = SimulatedHabits(children: authority.childrenInCare ?? 0, using: &generator)
            let changes = planted.filter { $0.authority == authority.code }
            return (from...through).flatMap { week in
                JudgementArea.allCases.compactMap { area -> VoiceCount? in
                    let rise = changes.reduce(1) { $0 * $1.factor(in: area, week) }
                    let voices = habits.voices(in: area, week, rise: rise, using: &generator)
                    guard voices > 0 else { return nil }
                    return VoiceCount(authority: authority.code, area: area, week: week, voices: voices)
                }
            }
        }
        let sizes = current.compactMap { authority in authority.childrenInCare.map { (authority.code, $0) } }
        return SimulatedHistory(
            counts: counts, planted: planted, childrenInCare: Dictionary(uniqueKeysWithValues: sizes), from: from,
            through: through)
    }
}
