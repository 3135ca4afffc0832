import Concerns
import Reinspection
import Testing

struct WorkingDaysTests {
    func days() throws -> WorkingDays { try Shipped.facts().workingDays }

    @Test func `70 working days after the report of 25 November 2016 is 8 March 2017`() throws {
        // Kirklees planned for 9 March, counting from the day it had the report.
        #expect(try days().day(70, after: try Day("2016-11-25")) == Day("2017-03-08"))
    }

    @Test(arguments: [
        ("2015-04-02", "2015-04-07"),  // Easter
        ("2020-05-07", "2020-05-11"),  // the early May holiday, moved to a Friday
        ("2022-06-01", "2022-06-06"),  // the Jubilee's two days
        ("2016-12-23", "2016-12-28"),  // Christmas on a Sunday
        ("2021-12-24", "2021-12-29"),  // Christmas on a Saturday
    ])
    func `weekends and bank holidays are passed over`(from: String, next: String) throws {
        #expect(try days().day(1, after: try Day(from)) == Day(next))
    }

    @Test func `beyond the bank holidays on file there is no day rather than a wrong one`() throws {
        #expect(try days().day(70, after: try Day("2035-12-01")) == nil)
        #expect(try days().day(1, after: try Day("2012-06-01")) == nil)
    }
}
