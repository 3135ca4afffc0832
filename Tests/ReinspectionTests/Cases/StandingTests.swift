import Concerns
import Reinspection
import Testing

struct StandingTests {
    @Test func `a council judged inadequate is told with month, areas and the latest return`() throws {
        let standing = try #require(
            try Shipped.facts().standing(
                of: try GSSCode("E08000028"), asOf: try Day("2015-12-01"), statement: try Day("2015-08-31")))
        #expect(standing.isInadequate)
        #expect(standing.inadequateAreas == [.helpAndProtection, .leadership])
        #expect(standing.monthsSinceReport == 5)
        #expect(standing.inadequateSince?.description == "2015-06")
        #expect(standing.latestReturn?.description == "2017-08")
    }

    @Test func `without a statement no month of return is made up`() throws {
        let facts = try Shipped.facts()
        let (code, day) = (try GSSCode("E08000028"), try Day("2015-12-01"))
        #expect(facts.standing(of: code, asOf: day, statement: nil)?.latestReturn == nil)
        // Nor from the statement that answered an earlier report.
        #expect(
            facts.standing(of: code, asOf: try Day("2018-06-01"), statement: try Day("2015-08-31"))?.latestReturn == nil
        )
    }

    @Test func `a council that nobody judged inadequate stands so`() throws {
        let standing = try #require(
            try Shipped.facts().standing(of: try GSSCode("E09000001"), asOf: try Day("2017-01-01"), statement: nil))
        #expect(!standing.isInadequate)
        #expect(standing.inadequateSince == nil)
        #expect(standing.reportPublished != nil)
    }
}
