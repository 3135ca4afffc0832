/// A week from Monday to Sunday, numbered as in ISO 8601.
///
/// Shape as text: `2026-W10`.
package struct Week: Hashable, Comparable, Sendable, Strideable, CustomStringConvertible {
    /// Weeks since the one that held 1970-01-01.
    package let number: Int

    package init(number: Int) { self.number = number }

    package init(containing day: Day) {
        let shifted = day.number + 3
        number = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }

    /// - Throws: ``NotAWeek`` when `text` is not a week written as `2026-W10`.
    package init(_ text: String) throws(NotAWeek) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 8, parts.count == 2, parts[1].first == "W", let year = Int(parts[0]),
            let week = Int(parts[1].dropFirst()), (1...53).contains(week),
            let fourth = try? Day(year: year, month: 1, day: 4)
        else { throw NotAWeek(text: text) }
        number = Week(containing: fourth).number + week - 1
        guard isoYear == year else { throw NotAWeek(text: text) }
    }

    package var monday: Day { Day(number: number * 7 - 3) }
    package var sunday: Day { monday + 6 }

    package var description: String {
        let year = isoYear
        let first = (try? Day(year: year, month: 1, day: 4)).map(Week.init(containing:)) ?? self
        return "\(padded(year, to: 4))-W\(padded(number - first.number + 1, to: 2))"
    }

    /// The year that holds the week's Thursday.
    private var isoYear: Int { (monday + 3).civil.year }

    package static func < (one: Week, other: Week) -> Bool { one.number < other.number }
    package func distance(to other: Week) -> Int { other.number - number }
    package func advanced(by weeks: Int) -> Week { Week(number: number + weeks) }
}

/// What was given where a week was expected.
package struct NotAWeek: Error, Equatable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    package var description: String { "“\(text)” is not a week. Write year and ISO week, such as 2026-W10." }
}
