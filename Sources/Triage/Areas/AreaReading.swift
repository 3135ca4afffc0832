import Concerns

/// What a message bears on, by the weights of the words found in it.
struct AreaReading {
    fileprivate let rules: AreaRules
    fileprivate var sums: [JudgementArea: Double] = [:]

    init(_ reading: Reading, rules: AreaRules) {
        self.rules = rules
        var isCounted = Array(repeating: false, count: rules.weights.count)
        for find in rules.book.finds(in: reading) where !isCounted[find.owner] {
            isCounted[find.owner] = true
            let (area, weight) = rules.weights[find.owner]
            sums[area, default: 0] += weight
        }
    }

    /// Whether the words alone speak for an area, which spam never does.
    var isAboutCare: Bool { sums.contains { $0.value >= rules.threshold } }

    /// The areas whose sum reaches the threshold, in the order of the reports.
    func answer(urgency: Urgency, channel: Channel) -> [JudgementArea] {
        guard urgency != .spam else { return [] }
        var sums = sums
        for boosts in [rules.byUrgency[urgency], rules.byChannel[channel]] {
            sums.merge(boosts ?? [:], uniquingKeysWith: +)
        }
        let areas = JudgementArea.allCases.filter { sums[$0, default: 0] >= rules.threshold }
        return areas.isEmpty ? rules.otherwise : areas
    }
}

extension AreaReading {
    /// How far each area's words go, in steps, for the linear model.
    var spoken: [String] {
        JudgementArea.allCases.flatMap { area -> [String] in
            let sum = sums[area, default: 0]
            return [0.25, 0.5, 0.75, 1, 1.5, 2].filter { sum >= $0 * rules.threshold }.map { "\(area.rawValue) \($0)" }
        }
    }
}
