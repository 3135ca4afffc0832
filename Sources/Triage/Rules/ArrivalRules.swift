import FactFiles

/// `arrival.yaml`: how exactly the day is kept on which something arrived.
struct ArrivalRules {
    /// With fewer children in care than this only the week is kept.
    let weekBelowChildren: Int

    /// - Throws: ``FactProblem`` also when the number has no reason beside it.
    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: ["keep_only_the_week"])
        let week = try tree["keep_only_the_week"]
        try week.allow(only: ["below_children", "reason"])
        _ = try week["reason"].text
        weekBelowChildren = try week["below_children"].int
        guard (0...100_000).contains(weekBelowChildren) else {
            throw try week["below_children"].problem("\(weekBelowChildren) children cannot be", "Write 0 to 100000.")
        }
    }
}
