package import Concerns

/// How many entries of an inbox met which fate, by day, way and person; no line tells of a single one.
package struct ImportReport: Hashable, Sendable {
    /// How the entries came in.
    package enum Way: String, CaseIterable, Sendable { case command, watch, upload }

    package struct Count: Hashable, Sendable {
        /// Such as `imported` or `rejected`.
        package let outcome: String
        /// Our own sentence, and nobody's words.
        package let reason: String
        package let count: Int

        package init(outcome: String, reason: String, count: Int) {
            self.outcome = outcome
            self.reason = reason
            self.count = count
        }
    }

    package let day: Day
    package let way: Way
    /// The account's name, or `command line`.
    package let who: String
    package let counts: [Count]

    package init(day: Day, way: Way, who: String, counts: [Count]) {
        self.day = day
        self.way = way
        self.who = who
        self.counts = counts
    }
}
