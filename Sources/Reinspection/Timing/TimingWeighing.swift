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
        let strongest = signals.max {
            ($0.strength(under: policy), $0.probability) < ($1.strength(under: policy), $1.probability)
        }
        return signals.map { signal in
            let (isStrongest, strength) = (signal == strongest, signal.strength(under: policy))
            return TimingContribution(
                kind: .concerns, day: signal.through.sunday, leaning: strength > 0 ? .worsening : .neither,
                text: signal.said(in: words, policy), weight: weight,
                contribution: isStrongest ? weight * strength : 0,
                note: note(on: signal, strength, weight: weight, isStrongest: isStrongest, words))
        }
    }

    /// Why it added what it added, then what the signal says of itself, so that no figure stands without its doubt.
    private static func note(
        on signal: Signal, _ strength: Double, weight: Double, isStrongest: Bool, _ words: ReasonWords
    ) -> String? {
        let why: String? =
            switch signal.state {
            case .unknown: words.input("silence")
            case .usual: words.input("usual")
            case .watch where strength == 0: words.input("together")
            case .watch, .deteriorated:
                weight == 0 ? words.input("no-weight") : isStrongest ? nil : words.input("counted-once")
            }
        let own = signal.state == .watch || signal.state == .deteriorated ? signal.notes : []
        let sentences = [why].compactMap(\.self) + own
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension Signal {
    /// The share of the weight that a state carries.
    ///
    /// What young people say moves the time (T21), but it must be a rise of its own: an area that is watched only because
    /// everything rose together has a probability under the rule's, and may be outreach. It leans neither way and stays
    /// on the page for a person, who can record what the words behind it say (X2); nothing of it reads as
    /// improvement (X4).
    fileprivate func strength(under policy: Policy) -> Double {
        switch state {
        case .deteriorated: 1
        case .watch: probability < policy.signals.watch ? 0 : 0.5
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
