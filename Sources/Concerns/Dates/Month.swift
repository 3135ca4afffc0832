/// A calendar month; dates that young people read are no finer.
///
/// Shape as text: `2026-03`.
package struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since January of year 0.
    package let number: Int

    package init(number: Int) { self.number = number }

    package var year: Int { number / 12 }
    /// 1 to 12.
    package var ofYear: Int { number % 12 + 1 }
    package var description: String { "\(padded(year, to: 4))-\(padded(ofYear, to: 2))" }

    package static func < (one: Month, other: Month) -> Bool { one.number < other.number }
    package static func + (month: Month, months: Int) -> Month { Month(number: month.number + months) }
}
