import Concerns

/// What the other areas of one authority say about one of its areas: how many times the usual they all heard.
///
/// A burst of outreach raises them together. An area that stands out from the rest does not speak for them, or one that got
/// worse would make the others look as if they had been heard less.
struct Neighbours: Sendable {
    /// How many times the usual the neighbours heard: what a burst of outreach raises everywhere.
    let common: GammaBelief
    /// The positions of the areas that ``common`` rests on.
    let speaking: [Int]

    /// An area stands out when chance would put it so far away less often than this.
    private static let rare = 0.01
    /// With fewer areas than this there is no “rest” to stand out from.
    private static let fewest = 3

    init(of area: Int, at place: Int, in nation: Nation) {
        let all = VoiceTally.areas.indices.filter { $0 != area }
        let voices = VoiceTally.areas.indices.map {
            nation.tally.voices(place: place, area: $0, in: nation.stretches.recent)
        }
        let usual = VoiceTally.areas.indices.map { nation.usual(place: place, area: $0) }

        func common(_ areas: [Int]) -> GammaBelief {
            GammaBelief(shape: nation.steadiness, mean: 1).learning(
                voices: areas.reduce(0) { $0 + voices[$1] }, exposure: areas.reduce(0) { $0 + usual[$1].mean },
                dispersion: nation.dispersion)
        }
        /// How often chance would put an area as far from the rest as it is.
        func chance(_ area: Int, among areas: [Int]) -> Double {
            let expected = usual[area].times(common(areas.filter { $0 != area }))
            let predicted = PredictedCount(expected, dispersion: nation.dispersion)
            return min(predicted.cumulative(voices[area]), 1 - predicted.cumulative(voices[area] - 1))
        }

        // One at a time, the strangest first: beside it, others only seem strange.
        var speaking = all
        while speaking.count > Self.fewest {
            let chances = speaking.map { chance($0, among: speaking) }
            guard let least = chances.min(), least < Self.rare,
                let strangest = chances.firstIndex(of: least)
            else { break }
            speaking.remove(at: strangest)
        }
        self.speaking = speaking
        self.common = common(speaking)
    }
}
