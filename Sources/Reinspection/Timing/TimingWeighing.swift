import Concerns
import FactFiles
import Signals

/// The weights of all evidence; the newest of each kind counts, so that repetition adds nothing.
struct TimingWeighing {
    let contributions: [TimingContribution]

    init(_ inputs: [TimingInput], _ signals: [Signal], _ policy: Policy, _ words: ReasonWords) {
        // What young people say comes from signals only, which have floors and look for distinct voices.
        let recorded = inputs.filter { $0.kind != .concerns }.sorted { $0.day < $1.day }
        let views = recorded.enumerated().map { index, input in
            let isNewest = !recorded[(index + 1)...].contains { $0.kind == input.kind }
            let weight = policy.timing.weight(of: input.kind)
            let counts = isNewest && input.leaning != .neither
            return TimingContribution(
                kind: input.kind, day: input.day, leaning: input.leaning, text: input.text, weight: weight,
                contribution: counts ? weight : 0,
                note: weight == 0 ? words.input("no-weight") : isNewest ? nil : words.input("superseded"))
        }
        contributions = (views + Self.heard(signals, policy, words)).sorted { $0.day < $1.day }
    }

    func sum(_ leaning: Leaning) -> Double {
        contributions.filter { $0.leaning == leaning }.reduce(0) { $0 + $1.contribution }
    }

    /// Signals only ever lean towards worsening: few concerns are no improvement (X4).
    ///
    /// The strongest counts, and counts once.
    private static func heard(_ signals: [Signal], _ policy: Policy, _ words: ReasonWords) -> [TimingContribution] {
        let weight = policy.timing.weight(of: .concerns)
        let strongest = signals.max { ($0.strength, $0.probability) < ($1.strength, $1.probability) }
        return signals.map { signal in
            let isStrongest = signal == strongest
            let (speaks, quiet) = (signal.strength > 0, signal.state == .unknown ? "silence" : "usual")
            return TimingContribution(
                kind: .concerns, day: signal.through.sunday, leaning: speaks ? .worsening : .neither,
                text: signal.said(in: words, policy), weight: weight,
                contribution: isStrongest ? weight * signal.strength : 0,
                note: !speaks
                    ? words.input(quiet)
                    : weight == 0 ? words.input("no-weight") : isStrongest ? nil : words.input("counted-once"))
        }
    }
}

extension Signal {
    /// The share of the weight that a state carries.
    fileprivate var strength: Double {
        switch state {
        case .deteriorated: 1
        case .watch: 0.5
        case .usual, .unknown: 0
        }
    }

    /// The sentence for the input; below the floor it holds no figure from which the count could be worked out.
    fileprivate func said(in words: ReasonWords, _ policy: Policy) -> String {
        let count = ShownCount(voices, floor: policy.smallestShown.value)
        let values = [
            "area": words.area(area), "voices": "\(count)", "weeks": "\(windowWeeks)",
            "percent": percent(probability),
        ]
        return switch count {
        case .none: words.input("signal-none", values)
        case .fewerThan: words.input("signal-few", values)
        case .exactly: words.input("signal", values)
        }
    }
}
