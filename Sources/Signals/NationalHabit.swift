import Concerns

/// How often the nation's young people write about one area.
///
/// Authorities differ, and their rates are taken for draws from one gamma distribution, to which each is shrunk the more the
/// less it has been heard: DuMouchel (1999), The American Statistician 53:177.
struct NationalHabit: Hashable, Sendable {
    private let area: Int
    /// Voices for 1,000 children in care in one past week.
    let pastRate: Double
    /// How alike authorities are: the shape of the gamma distribution of their rates.
    let likeness: Double
    /// Recent voices by past ones: the season, or a campaign everywhere.
    let level: Double

    init(in area: Int, of places: [Int], _ tally: VoiceTally, _ stretches: Stretches, dispersion: Double) {
        let pastWeeks = Double(stretches.past.count)
        let past = places.map { tally.voices(place: $0, area: area, in: stretches.past) }
        let recent = places.reduce(0) { $0 + tally.voices(place: $1, area: area, in: stretches.recent) }
        let total = Double(past.reduce(0, +))
        let children = places.reduce(0) { $0 + tally.thousandsOfChildren[$1] }
        // Half a voice in a year of 1,000 children keeps the rate of a silent nation above zero.
        let pastRate = (total + 0.5) / (children * pastWeeks + 52)

        self.area = area
        self.pastRate = pastRate
        likeness = GammaBelief.shape(
            ofFactorsBehind: past, places.map { pastRate * tally.thousandsOfChildren[$0] * pastWeeks },
            dispersion: dispersion, within: 0.5...50)
        // Ten voices' worth of belief that nothing has changed steadies a small nation's level.
        level = (Double(recent) + 10) / (total * stretches.recentByPast + 10)
    }

    /// The voices to expect of one place in the recent weeks: its own past, shrunk to the rate for its size, at the level.
    func usual(at place: Int, _ tally: VoiceTally, _ stretches: Stretches, dispersion: Double) -> GammaBelief {
        GammaBelief(shape: likeness, mean: pastRate * tally.thousandsOfChildren[place])
            .learning(
                voices: tally.voices(place: place, area: area, in: stretches.past),
                exposure: Double(stretches.past.count), dispersion: dispersion
            )
            .scaled(by: Double(stretches.recent.count) * level)
    }
}
