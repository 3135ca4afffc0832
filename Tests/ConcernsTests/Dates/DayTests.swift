import Concerns
import Testing

struct DayTests {
    @Test(arguments: [
        ("2015-06-05", 24, "2017-06-05"), ("2016-02-29", 24, "2018-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2023-08-31", 6, "2024-02-29"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-15", 0, "2026-03-15"),
    ])
    func `months later is the same day, or the month's last where it is shorter`(from: String, months: Int, to: String)
        throws
    {
        #expect(try Day(from).adding(months: months) == Day(to))
    }

    @Test(arguments: [
        ("2015-06-05", "2015-12-01", 5), ("2015-06-05", "2015-12-05", 6), ("2024-01-31", "2024-02-29", 1),
        ("2024-02-29", "2024-01-31", -1), ("2026-03-02", "2026-03-02", 0),
    ])
    func `whole months between two days`(from: String, to: String, months: Int) throws {
        #expect(try Day(from).wholeMonths(to: Day(to)) == months)
    }

    @Test(arguments: ["", "2026-2-3", "2026-02-30", "26-02-03", "2026/02/03", "2026-02-03 ", "０２６-02-03", "2026-13-01"])
    func `refuses what is not a day, and says what to write`(text: String) {
        let problem = #expect(throws: NotADay.self) { try Day(text) }
        #expect(problem?.description.contains("2026-03-02") == true)
    }

    @Test func `every day of four centuries comes back from its text and follows the one before`() throws {
        var weekday = Day(number: -140_000).weekday
        for number in stride(from: -140_000, to: 60_000, by: 1) {
            let day = Day(number: number)
            #expect(day.weekday == weekday, "\(number)")
            weekday = weekday % 7 + 1
            if number % 97 == 0 { #expect(try Day(day.description) == day, "\(number)") }
        }
    }
}

struct WeekTests {
    @Test(arguments: [
        ("2026-03-02", "2026-W10"), ("2021-01-03", "2020-W53"), ("2018-12-31", "2019-W01"), ("2027-01-03", "2026-W53"),
    ])
    func `the week of a day is numbered as in ISO 8601`(day: String, week: String) throws {
        #expect(try Day(day).week.description == week)
    }

    @Test(arguments: ["2021-W53", "2026-W00", "2026-W54", "2026-10", "W10-2026", ""])
    func `refuses what is not a week`(text: String) {
        #expect(throws: NotAWeek(text: text)) { try Week(text) }
    }

    @Test func `a week comes back from its text and holds its own Monday and Sunday`() throws {
        for number in -2_000..<5_000 {
            let week = Week(number: number)
            #expect(try Week(week.description) == week, "\(number)")
            #expect(week.monday.week == week && week.sunday.week == week && week.monday.weekday == 1, "\(number)")
        }
    }
}
