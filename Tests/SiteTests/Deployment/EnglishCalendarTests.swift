import Concerns
import Testing

@testable import earshot

struct EnglishCalendarTests {
    /// Seconds since 1970 in UTC, and the day it is then in England.
    @Test(arguments: [
        (1_774_745_999, "2026-03-29"),  // 00:59:59 on the day the clocks go forward
        (1_782_860_399, "2026-06-30"),  // 22:59:59 UTC in summer
        (1_782_860_400, "2026-07-01"),  // an hour before midnight in UTC it is tomorrow in England
        (1_792_886_399, "2026-10-25"),  // 23:59:59 BST became 00:59:59 GMT: still the same Sunday
        (1_796_255_999, "2026-12-02"), (1_796_256_000, "2026-12-03"), (0, "1970-01-01"),
    ])
    func `days turn over at midnight in England`(second: Int, day: String) throws {
        #expect(EnglishCalendar.day(ofSecond: second) == (try Day(day)))
    }
}
