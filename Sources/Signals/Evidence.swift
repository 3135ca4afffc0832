import Concerns

/// The recent voices of one area of one authority beside what was to be expected.
struct Evidence: Sendable {
    let voices: Int
    /// The place's other areas by their usual.
    let common: GammaBelief
    let nationalLevel: Double
    let predicted: PredictedCount
    /// By what was to be expected of the area beside its neighbours.
    let ratio: RateRatio
    /// By what was to be expected had no neighbour been looked at.
    let ratioAlone: RateRatio
    /// As ``ratio``, without the week that had most voices.
    let ratioWithoutStrongestWeek: RateRatio
    /// As ``ratio``, for the older and the newer half of the recent weeks.
    let ratiosOfHalves: [RateRatio]
    let pastWeeks: Int
    /// Whether any of the recent weeks lies within those of which something is on file, from whichever authority.
    let hasCounts: Bool

    /// Before the recent voices are counted it is believed that nothing has changed, as firmly as two voices would teach.
    ///
    /// It keeps three voices where one was expected from being read as a threefold rise.
    private static let firmness = 2.0

    init(of area: Int, at place: Int, in nation: Nation) {
        let (tally, stretches) = (nation.tally, nation.stretches)
        let recent = tally.voices(place: place, area: area, in: stretches.recent)
        let alone = nation.usual(place: place, area: area)
        let common = Neighbours(of: area, at: place, in: nation).common
        let expected = alone.times(common)
        let dispersion = nation.dispersion

        func ratio(_ voices: Int, to usual: GammaBelief) -> RateRatio {
            let unchanged = GammaBelief(shape: Self.firmness, mean: usual.mean)
            return RateRatio(of: unchanged.learning(voices: voices, exposure: 1, dispersion: dispersion), to: usual)
        }

        voices = recent
        self.common = common
        nationalLevel = nation.habits[area].level
        predicted = PredictedCount(expected, dispersion: dispersion)
        self.ratio = ratio(recent, to: expected)
        ratioAlone = ratio(recent, to: alone)
        let weeks = stretches.recent.map { tally.voices(place: place, area: area, in: $0..<$0.advanced(by: 1)) }
        // Of a single week nothing would be left; then it stands for itself.
        let remaining = weeks.count > 1 ? Double(weeks.count - 1) / Double(weeks.count) : 1
        ratioWithoutStrongestWeek = ratio(
            weeks.count > 1 ? recent - (weeks.max() ?? 0) : recent, to: expected.scaled(by: remaining))
        ratiosOfHalves = stretches.recentHalves.map { half in
            let share = Double(half.count) / Double(stretches.recent.count)
            return ratio(tally.voices(place: place, area: area, in: half), to: expected.scaled(by: share))
        }
        pastWeeks = stretches.past.count
        hasCounts = stretches.recent.lowerBound < tally.end
    }
}
