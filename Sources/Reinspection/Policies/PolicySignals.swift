import FactFiles
import Signals

/// The part of a policy's file that says what makes evidence a signal.
enum PolicySignals {
    static func read(_ tree: FactTree, smallestShown: Int) throws(FactProblem) -> SignalRule {
        try tree.allow(only: ["windowWeeks", "factor", "leastVoices", "deteriorated", "watch", "smallestShown"])
        let leastVoices = try tree["leastVoices"].sourcedPositive().value
        guard leastVoices >= smallestShown else {
            throw try tree["leastVoices"].problem(
                "a signal could tell of fewer voices than may be shown", "Write \(smallestShown) or more.")
        }
        let factor = try tree["factor"].sourced { tree throws(FactProblem) in try tree.number }.value
        guard factor > 1 else {
            throw try tree["factor"].problem("no rise would be needed", "Write more than 1, such as 1.5.")
        }
        let (deteriorated, watch) = (try probability("deteriorated", tree), try probability("watch", tree))
        guard watch <= deteriorated else {
            throw try tree["watch"].problem("watching would begin after deciding", "Write \(deteriorated) or less.")
        }
        return SignalRule(
            windowWeeks: try tree["windowWeeks"].sourcedPositive().value, factor: factor, leastVoices: leastVoices,
            deteriorated: deteriorated, watch: watch)
    }

    private static func probability(_ key: String, _ tree: FactTree) throws(FactProblem) -> Double {
        try tree[key].sourced { tree throws(FactProblem) in
            let value = try tree.number
            guard value > 0, value < 1 else { throw tree.problem("this is no probability", "Write 0.01 to 0.99.") }
            return value
        }.value
    }
}
