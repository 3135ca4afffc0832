import Concerns
import Inbox
import Store

/// How many messages met which fate.
struct InboxTally {
    /// Some reasons hold a number; so many kinds are told apart, and no more.
    static let mostReasons = 200

    private struct Fate: Hashable {
        let outcome: InboxOutcome
        let reason: String
    }

    private var counts: [Fate: Int] = [:]
    private(set) var messages = 0

    mutating func count(_ outcome: InboxOutcome, _ reason: String) { add(1, Fate(outcome: outcome, reason: reason)) }

    mutating func add(_ other: InboxTally) {
        for (fate, count) in other.counts { add(count, fate) }
    }

    private mutating func add(_ count: Int, _ fate: Fate) {
        messages += count
        let isTold = counts.count < Self.mostReasons || counts[fate] != nil
        counts[isTold ? fate : Fate(outcome: fate.outcome, reason: "Other reasons."), default: 0] += count
    }

    func count(of outcome: InboxOutcome) -> Int {
        counts.reduce(0) { $0 + ($1.key.outcome == outcome ? $1.value : 0) }
    }

    /// Whether a person must still do something about a part of it.
    var isAnyRefused: Bool { count(of: .rejected) + count(of: .quarantined) > 0 }

    /// For the person at the terminal: “3 imported, 0 duplicate, 1 quarantined, 0 rejected”.
    var summary: String {
        InboxOutcome.allCases.map { "\(count(of: $0)) \($0.rawValue)" }.joined(separator: ", ")
    }

    func report(of day: Day, way: ImportReport.Way) -> ImportReport {
        ImportReport(
            day: day, way: way, who: "command line",
            counts: counts.map { .init(outcome: $0.key.outcome.rawValue, reason: $0.key.reason, count: $0.value) })
    }
}
