package import Concerns
import FactFiles

/// `targets.yaml`: by when a concern should be decided, how long a claim lasts, and how long a decision can be undone.
package struct QueueTargets: Hashable, Sendable {
    private let minutes: [Urgency: Int]
    /// So long an opened concern stays with its moderator after their last act.
    package let leaseMinutes: Int
    /// So long after a decision it can be undone; 0 means never.
    package let undoMinutes: Int

    /// Minutes from its arrival to the time by which a concern of this urgency should be decided.
    package subscript(urgency: Urgency) -> Int { minutes[urgency] ?? 0 }

    /// - Throws: ``FactProblem`` also when an urgency is missing or stands twice, or a number has no reason beside it.
    init(_ tree: FactTree) throws(FactProblem) {
        try tree.allow(only: ["targets", "lease", "undo"])
        let targets = try tree["targets"].list.map { entry throws(FactProblem) in
            try entry.allow(only: ["urgency", "minutes", "reason"])
            return (try entry["urgency"].choice(of: Urgency.self), try Self.minutes(entry, 1...Self.mostMinutes))
        }
        for urgency in Urgency.allCases where targets.count(where: { $0.0 == urgency }) != 1 {
            throw try tree["targets"].problem(
                "“\(urgency.rawValue)” must stand here once", "Give it one entry with its minutes and reason.")
        }
        minutes = Dictionary(targets) { $1 }
        leaseMinutes = try Self.minutes(tree["lease"], in: 1...480)
        undoMinutes = try Self.minutes(tree["undo"], in: 0...1_440)
    }

    /// A year.
    private static let mostMinutes = 366 * 24 * 60

    private static func minutes(_ entry: FactTree, in range: ClosedRange<Int>) throws(FactProblem) -> Int {
        try entry.allow(only: ["minutes", "reason"])
        return try minutes(entry, range)
    }

    private static func minutes(_ entry: FactTree, _ range: ClosedRange<Int>) throws(FactProblem) -> Int {
        _ = try entry["reason"].text
        let minutes = try entry["minutes"].int
        guard range.contains(minutes) else {
            throw try entry["minutes"].problem(
                "\(minutes) minutes cannot be", "Write \(range.lowerBound) to \(range.upperBound).")
        }
        return minutes
    }
}
