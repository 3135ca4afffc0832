/// A day in England, of the Gregorian calendar; the finest time that Earshot keeps.
///
/// Shape as text: `2026-03-02`. Days are counted from 1970-01-01 with Howard Hinnant's `days_from_civil`, which needs
/// no calendar of the machine's.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// - Throws: ``NotADay`` when there is no such day.
    package init(year: Int, month: Int, day: Int) throws(NotADay) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...Day.length(of: month, year)).contains(day)
        else { throw NotADay(text: "\(year)-\(month)-\(day)") }
        number = Day.number(year, month, day)
    }

    /// - Throws: ``NotADay`` when `text` is not a day written as `2026-03-02`.
    package init(_ text: String) throws(NotADay) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, parts[0].count == 4, parts[1].count == 2,
            text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...9999).contains(year), (1...12).contains(month), (1...Day.length(of: month, year)).contains(day)
        else { throw NotADay(text: text) }
        number = Day.number(year, month, day)
    }

    /// Year, month 1 to 12 and day of the month.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var description: String {
        let (year, month, day) = civil
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    package var month: Month { Month(number: civil.year * 12 + civil.month - 1) }
    package var week: Week { Week(containing: self) }

    /// The same day of the month that many calendar months later, or the month's last day where it is shorter.
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let target = year * 12 + month - 1 + months
        let (newYear, newMonth) = (target / 12, target % 12 + 1)
        return Day(number: Day.number(newYear, newMonth, min(day, Day.length(of: newMonth, newYear))))
    }

    /// Whole calendar months from this day to `later`; negative when `later` is earlier.
    package func wholeMonths(to later: Day) -> Int {
        if later < self { return -later.wholeMonths(to: self) }
        let whole = later.month.number - month.number
        return adding(months: whole) > later ? whole - 1 : whole
    }

    package static func < (one: Day, other: Day) -> Bool { one.number < other.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    package static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }

    static func length(of month: Int, _ year: Int) -> Int {
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }
}

/// What was given where a day was expected.
package struct NotADay: Error, Equatable, CustomStringConvertible {
    package let text: String

    package var description: String { "“\(text)” is not a day. Write year, month and day, such as 2026-03-02." }
}

func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
