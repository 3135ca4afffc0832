import FactFiles

/// `quality.yaml`: how much is coded twice, what agreement we aim at, and when the desk reminds someone to take a break.
package struct QualityRules: Hashable, Sendable {
    /// Of accepted concerns one in so many is coded by a second moderator.
    package let oneIn: Int
    /// The same for those accepted as danger or safeguarding.
    package let oneInOfSerious: Int
    /// With fewer concerns coded twice no figure is shown.
    package let leastConcerns: Int
    /// Krippendorff’s alpha that codes need to carry figures.
    package let aim: Double
    /// The least that allows tentative conclusions.
    package let lowest: Double
    package let pause: PauseRules

    /// - Throws: ``FactProblem`` also when a number cannot be, or has no reason beside it.
    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: ["read_twice", "agreement", "pause"])
        let twice = try tree["read_twice"]
        try twice.allow(only: ["one_in", "one_in_of_serious", "reason"])
        _ = try twice["reason"].text
        oneIn = try twice["one_in"].whole(1...1_000)
        oneInOfSerious = try twice["one_in_of_serious"].whole(1...1_000)
        let agreement = try tree["agreement"]
        try agreement.allow(only: ["least_concerns", "aim", "lowest", "reason"])
        _ = try agreement["reason"].text
        leastConcerns = try agreement["least_concerns"].whole(10...1_000)
        lowest = try agreement["lowest"].number
        aim = try agreement["aim"].number
        guard 0 < lowest, lowest <= aim, aim <= 1 else {
            throw agreement.problem(
                "the aim cannot be below the lowest", "Write 0 < lowest ≤ aim ≤ 1, as 0.667 and 0.80.")
        }
        let pause = try tree["pause"]
        try pause.allow(only: ["after_minutes", "after_dangers", "break_minutes", "reason"])
        _ = try pause["reason"].text
        self.pause = PauseRules(
            afterMinutes: try pause["after_minutes"].whole(10...240),
            afterDangers: try pause["after_dangers"].whole(1...50),
            breakMinutes: try pause["break_minutes"].whole(1...60))
    }
}

/// When the desk reminds someone to take a break.
package struct PauseRules: Hashable, Sendable {
    /// Minutes at the desk without one.
    package let afterMinutes: Int
    /// Concerns opened that tell of danger.
    package let afterDangers: Int
    /// So many minutes away count as one.
    package let breakMinutes: Int

    package init(afterMinutes: Int, afterDangers: Int, breakMinutes: Int) {
        self.afterMinutes = afterMinutes
        self.afterDangers = afterDangers
        self.breakMinutes = breakMinutes
    }
}

extension FactTree {
    fileprivate func whole(_ range: ClosedRange<Int>) throws(FactProblem) -> Int {
        let value = try int
        guard range.contains(value) else {
            throw problem("\(path) cannot be \(value)", "Write \(range.lowerBound) to \(range.upperBound).")
        }
        return value
    }
}
