package import Concerns

/// When a report was published, as finely as that is known.
///
/// Shape as text: `2015-06-05`, `2015-05` or `2017`.
package struct ReportDate: Hashable, Sendable, CustomStringConvertible {
    package let description: String
    /// The day from which the report counts as known: the last that the text can mean, so that nobody is said to have
    /// known it too early.
    package let knownBy: Day
    /// Whether the text names the very day.
    package let isExact: Bool

    package init(_ day: Day) {
        description = day.description
        knownBy = day
        isExact = true
    }

    /// - Throws: ``NotAReportDate`` when `text` is no year, month or day.
    package init(_ text: String) throws(NotAReportDate) {
        let last: Day?
        switch text.utf8.count {
        case 4: last = try? Day(text + "-12-31")
        case 7: last = (try? Day(text + "-01")).map { $0.adding(months: 1) + -1 }
        default: last = try? Day(text)
        }
        guard let last else { throw NotAReportDate(text: text) }
        description = text
        knownBy = last
        isExact = text.utf8.count == 10
    }
}

/// What was given where the date of a report was expected.
package struct NotAReportDate: Error, Equatable, CustomStringConvertible {
    package let text: String

    package init(text: String) { self.text = text }

    package var description: String {
        "“\(text)” is not a date of a report. Write a day (2015-06-05), a month (2015-05) or a year (2017)."
    }
}
