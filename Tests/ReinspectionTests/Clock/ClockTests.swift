import Concerns
import Reinspection
import Testing

struct ClockTests {
    func clock(_ statement: String?, asOf: String, code: String = "E08000028") throws -> Clock {
        let facts = try Shipped.facts()
        let day = try Day(asOf)
        let reinspection = try #require(facts.case(of: try GSSCode(code), asOf: day, policy: facts.defaultPolicy))
        return facts.clock(
            of: reinspection, statement: try statement.map { try Day($0) }, asOf: day, policy: facts.defaultPolicy)
    }

    @Test(arguments: [
        ("2016-02-29", "2018-02-28"), ("2015-08-31", "2017-08-31"), ("2015-09-14", "2017-09-14"),
        ("2016-01-31", "2018-01-31"),
    ])
    func `the limit is 24 calendar months after the statement, or the month's last day`(
        statement: String, limit: String
    ) throws {
        #expect(try clock(statement, asOf: "2017-01-02").limit == Day(limit))
    }

    @Test func `without a statement the clock has not started, however old the report`() throws {
        let clock = try clock(nil, asOf: "2017-12-01")
        #expect(clock.limit == nil)
        #expect(clock.monthsToLimit == nil)
        #expect(!clock.isOverdue && !clock.isLimitReached)
        #expect(clock.monthsSinceReport == 29)
        #expect(clock.state == .notStarted(due: try Day("2015-09-14")))
        #expect(clock.daysSinceStatementDue == (try Day("2017-12-01")) - (try Day("2015-09-14")))
    }

    @Test func `a statement not yet due is not late`() throws {
        #expect(try clock(nil, asOf: "2015-09-14").daysSinceStatementDue == nil)
        #expect(try clock(nil, asOf: "2015-09-15").daysSinceStatementDue == 1)
    }

    @Test func `the limit's day is reached and still in time, the next is late`() throws {
        let on = try clock("2015-09-01", asOf: "2017-09-01")
        #expect(on.isLimitReached && !on.isOverdue)
        #expect(on.monthsToLimit == 0)
        #expect(try clock("2015-09-01", asOf: "2017-09-02").isOverdue)
        #expect(try !clock("2015-09-01", asOf: "2017-08-31").isLimitReached)
    }

    @Test(arguments: ["2015-06-04", "2015-12-02"])
    func `a statement before the report, or of a day to come, starts nothing`(statement: String) throws {
        #expect(try clock(statement, asOf: "2015-12-01").limit == nil)
    }

    @Test func `a second inadequate report waits for its own statement`() throws {
        #expect(try clock("2015-09-01", asOf: "2018-03-01").limit == nil)
        #expect(try clock("2018-04-30", asOf: "2018-06-01").limit == Day("2020-04-30"))
        #expect(try clock(nil, asOf: "2018-03-01").monthsSinceReport == 32)
        #expect(try clock(nil, asOf: "2018-03-01").monthsSinceNewestReport == 1)
    }

    @Test func `the clock of a closed case stands still`() throws {
        let closed = try clock(nil, asOf: "2026-01-01", code: "E10000020")
        #expect(closed.asOf == (try Day("2018-01-19")))
        #expect(closed.monthsSinceReport == 27)
    }
}
