import FactFiles

/// The part of a policy's file that says how evidence becomes a recommendation of when.
enum PolicyTiming {
    static func read(_ tree: FactTree) throws(FactProblem) -> TimingRules {
        try tree.allow(only: [
            "weights", "now", "watch", "limitWatchMonths", "limitNowMonths", "windowMonths", "monitoringVisitsFirst",
        ])
        let weights = try tree["weights"]
        try weights.allow(only: TimingKind.allCases.map(\.rawValue))
        var weightOf: [TimingKind: Sourced<Double>] = [:]
        for kind in TimingKind.allCases { weightOf[kind] = try share(try weights[kind.rawValue], upTo: 1) }
        let rules = TimingRules(
            weights: weightOf, now: try share(try tree["now"], upTo: 5), watch: try share(try tree["watch"], upTo: 5),
            limitWatchMonths: try months(try tree["limitWatchMonths"]),
            limitNowMonths: try months(try tree["limitNowMonths"]),
            windowMonths: try tree["windowMonths"].sourcedPositive(),
            monitoringVisitsFirst: try months(try tree["monitoringVisitsFirst"]))
        guard 0 < rules.watch.value, rules.watch.value <= rules.now.value else {
            throw try tree["watch"].problem("nothing could be watched", "Write more than 0 and no more than for now.")
        }
        guard rules.limitNowMonths.value <= rules.limitWatchMonths.value else {
            throw try tree["limitNowMonths"].problem(
                "the limit would be due before it is watched", "Write \(rules.limitWatchMonths.value) or less.")
        }
        return rules
    }

    private static func share(_ tree: FactTree, upTo most: Double) throws(FactProblem) -> Sourced<Double> {
        try tree.sourced { tree throws(FactProblem) in
            let value = try tree.number
            guard (0...most).contains(value) else {
                throw tree.problem("\(tree.path) is out of range", "Write 0 to \(Int(most)).")
            }
            return value
        }
    }

    private static func months(_ tree: FactTree) throws(FactProblem) -> Sourced<Int> {
        try tree.sourced { tree throws(FactProblem) in
            let value = try tree.int
            guard value >= 0 else { throw tree.problem("\(tree.path) is below 0", "Write 0 or more.") }
            return value
        }
    }
}
