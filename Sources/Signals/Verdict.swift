/// The state that evidence comes to under a rule, and what stood in the way of a stronger one.
struct Verdict: Hashable, Sendable {
    enum Doubt: Hashable, Sendable {
        /// Nothing is on file for these weeks, not even from others.
        case noCounts
        case tooFewVoices
        case tooShortPast
        /// The area rose, and no more than its neighbours did.
        case neighboursRoseToo
        /// One half of the recent weeks shows no rise, or what is left without the strongest week does not.
        case notLasting
        /// The area did not rise: its neighbours fell.
        case onlyNeighboursFell
    }

    let state: SignalState
    let doubt: Doubt?

    init(of evidence: Evidence, under rule: SignalRule) {
        let beside = evidence.ratio.probability(above: rule.factor)
        let alone = evidence.ratioAlone.probability(above: rule.factor)
        (state, doubt) =
            if !evidence.hasCounts {
                (.unknown, .noCounts)
            } else if evidence.voices < max(rule.leastVoices, 1) {
                (.unknown, .tooFewVoices)
            } else if evidence.pastWeeks < rule.windowWeeks {
                (.unknown, .tooShortPast)
            } else if beside < rule.deteriorated {
                // A rise that only the neighbours explain away is shown all the same.
                if beside >= rule.watch {
                    (.watch, nil)
                } else if alone >= rule.deteriorated {
                    (.watch, .neighboursRoseToo)
                } else {
                    (.usual, nil)
                }
            } else if evidence.ratioAlone.quantile(0.5) <= 1 {
                (.watch, .onlyNeighboursFell)
            } else if !Self.isLasting(evidence, under: rule) {
                (.watch, .notLasting)
            } else {
                (.deteriorated, nil)
            }
    }

    /// Whether the rise is there in both halves of the recent weeks, and without the strongest week.
    private static func isLasting(_ evidence: Evidence, under rule: SignalRule) -> Bool {
        evidence.ratioWithoutStrongestWeek.probability(above: rule.factor) >= rule.watch
            && evidence.ratiosOfHalves.allSatisfy { $0.probability(above: 1) >= rule.watch }
    }
}
