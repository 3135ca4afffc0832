import Concerns

/// England's civil time without the machine's time zone files: UTC, and an hour more in summer.
///
/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (The Summer Time
/// Order 2002, SI 2002/262).
enum EnglishCalendar {
    static func day(ofSecond second: Int) -> Day { Day(number: civilSecond(second) / 86_400) }

    /// 0 to 23.
    static func hour(ofSecond second: Int) -> Int { civilSecond(second) % 86_400 / 3_600 }

    private static func civilSecond(_ second: Int) -> Int {
        let utc = Day(number: second / 86_400)
        let year = utc.civil.year
        let isSummer =
            second >= lastSunday(of: 3, year).number * 86_400 + 3_600
            && second < lastSunday(of: 10, year).number * 86_400 + 3_600
        return second + (isSummer ? 3_600 : 0)
    }

    private static func lastSunday(of month: Int, _ year: Int) -> Day {
        guard let last = try? Day(year: year, month: month, day: 31) else { return Day(number: 0) }
        return last + -(last.weekday % 7)
    }
}
