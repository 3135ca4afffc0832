internal import Concerns

/// How many months each kind of record is kept after what ends it; 0 for at once.
package struct RetentionTerms: Hashable, Sendable {
    package let original: Int
    package let spam: Int
    package let receipt: Int
    package let safeguarding: Int
    package let log: Int

    package init(original: Int, spam: Int, receipt: Int, safeguarding: Int, log: Int) {
        self.original = original
        self.spam = spam
        self.receipt = receipt
        self.safeguarding = safeguarding
        self.log = log
    }

    /// The newest day whose term of `months` is over on `day`: of a long month the last days end together.
    static func newest(over months: Int, by day: Day) -> Day {
        var newest = day.adding(months: -months)
        while (newest + 1).adding(months: months) <= day { newest = newest + 1 }
        return newest
    }
}

/// The kinds of what is destroyed, by the names of `Moderation/retention.yaml`.
package enum DestroyedKind: String, CaseIterable, Sendable {
    case original = "decided-original"
    case spam = "spam-original"
    case receipt
    case safeguarding = "safeguarding-record"
    case log
    case backup
}

/// What a run destroyed, or would destroy.
package struct Destroyed: Hashable, Sendable {
    package var counts: [DestroyedKind: Int]
    /// Concerns that nobody has decided about, though they came in longer ago than an original is kept after a decision.
    package var longOpen: Int

    package var isNothing: Bool { counts.values.allSatisfy { $0 == 0 } }
}
