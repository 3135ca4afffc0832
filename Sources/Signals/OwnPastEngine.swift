package import Concerns

/// Judges each area by the authority's own past, and by what its other areas did in the same weeks.
///
/// The voices to expect come from the authority's own past, shrunk to the nation's rate for its size, at the nation's level.
/// They are multiplied by the factor that its other areas share, so that a burst of outreach, which raises all of them, does
/// not read as deterioration of everything, while one area that rises alone stands out. The price: practice that gets worse
/// everywhere at once looks like outreach. Such a rise is therefore `watch` with a note, for a person to read the words
/// behind it, and never `usual`. A rise that rests on a few of the recent weeks is `watch` too: one bad event is no change
/// of practice (P19), and a change too young to tell will still be there a month later.
package struct OwnPastEngine: SignalEngine {
    package static let method = "own-past-and-neighbours 1"

    private let rule: SignalRule

    package init(rule: SignalRule) { self.rule = rule }

    package func signals(of authority: GSSCode, in history: VoiceHistory, through: Week) -> [Signal] {
        let stretches = Stretches(from: history.from, through: through, windowWeeks: rule.windowWeeks)
        guard let place = history.tally.place(of: authority) else {
            return JudgementArea.allCases.map { nothingKnown(of: authority, $0, through) }
        }
        let nation = Nation(history.tally, without: place, stretches)
        return VoiceTally.areas.indices.map { area in
            let evidence = Evidence(of: area, at: place, in: nation)
            let verdict = Verdict(of: evidence, under: rule)
            let notes = SignalNotes(
                rule: rule, sizeIsKnown: history.childrenInCare[authority] != nil, pastWeeks: stretches.past.count)
            return Signal(
                authority: authority, area: VoiceTally.areas[area], through: through,
                windowWeeks: stretches.recent.count, voices: evidence.voices, expected: evidence.predicted.mean,
                expectedRange: evidence.predicted.range, ratio: evidence.ratio.quantile(0.5),
                ratioRange: evidence.ratio.quantile(0.05)...evidence.ratio.quantile(0.95),
                probability: evidence.ratio.probability(above: rule.factor), state: verdict.state,
                notes: notes.sentences(for: evidence, verdict), method: Self.method)
        }
    }

    /// An authority that the history does not name: nobody has been heard, and nothing can be expected.
    private func nothingKnown(of authority: GSSCode, _ area: JudgementArea, _ through: Week) -> Signal {
        let anything = GammaBelief(shape: 0.5, mean: 1)
        let ratio = RateRatio(of: anything, to: anything)
        return Signal(
            authority: authority, area: area, through: through, windowWeeks: max(rule.windowWeeks, 1), voices: 0,
            expected: 0, expectedRange: 0...0, ratio: 1, ratioRange: ratio.quantile(0.05)...ratio.quantile(0.95),
            probability: 0, state: .unknown, notes: SignalNotes.nobodyHeard, method: Self.method)
    }
}
