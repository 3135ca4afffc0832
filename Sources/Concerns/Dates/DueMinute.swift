/// The minute by which somebody should have looked at a concern.
///
/// It tells when the concern came, so it is in memory or sealed and nowhere else: no log line, template or failed test
/// prints it by itself.
package struct DueMinute: Hashable, Comparable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Minutes since 1970-01-01, UTC.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The minute that a clock shows.
    package init(ofSecond second: Int) { number = second / 60 }

    /// The end of a day in UTC, which is at most an hour after England's.
    package init(endOf day: Day) { number = (day.number + 1) * 24 * 60 }

    package var description: String { "(time withheld)" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    package static func < (one: Self, other: Self) -> Bool { one.number < other.number }
    package static func + (due: Self, minutes: Int) -> Self { DueMinute(number: due.number + minutes) }
    package static func - (later: Self, earlier: Self) -> Int { later.number - earlier.number }
}
