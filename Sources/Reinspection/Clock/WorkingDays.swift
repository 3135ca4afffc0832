package import Concerns

/// Monday to Friday without the bank holidays of England, as far as these are known.
package struct WorkingDays: Hashable, Sendable {
    /// The years whose bank holidays are known.
    package let years: ClosedRange<Int>

    private let holidays: Set<Day>

    package init(holidays: Set<Day>, years: ClosedRange<Int>) {
        self.holidays = holidays
        self.years = years
    }

    /// The day that lies `count` working days after `day`, which itself is not counted.
    ///
    /// Nil where the way there leaves the years whose bank holidays are known: better no day than a wrong one.
    package func day(_ count: Int, after day: Day) -> Day? {
        var (reached, left) = (day, count)
        while left > 0 {
            reached = reached + 1
            guard years.contains(reached.civil.year) else { return nil }
            if reached.weekday <= 5, !holidays.contains(reached) { left -= 1 }
        }
        return reached
    }
}
