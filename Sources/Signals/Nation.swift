import Concerns

/// What all other authorities teach about one: how often young people write, and how much counts scatter.
///
/// The authority that is judged is left out, so that it never sets the bar it is judged by, and one more voice there can
/// only raise its own probability. All spreads are estimated by moments and kept within bounds, so that a small or an odd
/// nation cannot make the rule blind or jumpy.
struct Nation: Sendable {
    let tally: VoiceTally
    let stretches: Stretches
    /// Extra-Poisson scatter of stretches as long as the recent one: variance by mean, 1 or more.
    let dispersion: Double
    /// By area, in the order of ``VoiceTally/areas``.
    let habits: [NationalHabit]
    /// How alike authorities are in the factor that all their areas share: the shape of its gamma distribution around 1.
    let steadiness: Double

    init(_ tally: VoiceTally, without judged: Int?, _ stretches: Stretches) {
        let others = tally.thousandsOfChildren.indices.filter { $0 != judged }
        let areas = VoiceTally.areas.indices
        let dispersion = Dispersion.of(others, in: tally, stretches)
        let habits = areas.map { NationalHabit(in: $0, of: others, tally, stretches, dispersion: dispersion) }
        self.tally = tally
        self.stretches = stretches
        self.dispersion = dispersion
        self.habits = habits

        let recent = others.map { place in
            areas.reduce(0) { $0 + tally.voices(place: place, area: $1, in: stretches.recent) }
        }
        let usual = others.map { place in
            areas.reduce(0) { $0 + habits[$1].usual(at: place, tally, stretches, dispersion: dispersion).mean }
        }
        // Bursts are rare and large: a gamma distribution fitted to mostly quiet authorities is too sure that there is none;
        // hence the low upper bound.
        steadiness = GammaBelief.shape(ofFactorsBehind: recent, usual, dispersion: dispersion, within: 1...10)
    }

    /// The voices to expect of one place and area in the recent weeks, by its own past and the nation's habit.
    func usual(place: Int, area: Int) -> GammaBelief {
        habits[area].usual(at: place, tally, stretches, dispersion: dispersion)
    }
}
