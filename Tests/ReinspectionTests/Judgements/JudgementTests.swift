import Concerns
import FactFiles
import Reinspection
import Testing

struct JudgementTests {
    @Test(arguments: [
        ("2015-06-05", "2015-06-05", true), ("2015-05", "2015-05-31", false), ("2016-02", "2016-02-29", false),
        ("2017", "2017-12-31", false), ("2015-12", "2015-12-31", false),
    ])
    func `a report counts as known from the last day its date can mean`(text: String, day: String, isExact: Bool) throws
    {
        let date = try ReportDate(text)
        #expect(date.knownBy == (try Day(day)))
        #expect(date.isExact == isExact)
        #expect(date.description == text)
    }

    @Test(arguments: ["", "May 2015", "2015-13", "2015-02-30", "15", "20155"])
    func `anything else is no date of a report`(text: String) {
        #expect(throws: NotAReportDate(text: text)) { try ReportDate(text) }
    }

    @Test func `an area judged within another has that one's grade`() throws {
        let facts = try Shipped.facts()
        let barking = try #require(facts.judgements.first { $0.framework == "ilacs-2018" })
        #expect(barking.grades[.careLeavers] == .within(.lookedAfter))
        #expect(barking.grade(of: .careLeavers) == barking.grade(of: .lookedAfter))
        #expect(barking.grade(of: .adoption) == barking.grade(of: .lookedAfter))
        #expect(barking.grade(of: .listenedTo) == nil)
    }

    @Test func `not judged is no grade, and no weakness`() throws {
        let facts = try Shipped.facts()
        let scilly = try #require(facts.judgements.first { $0.authority.description == "E06000053" })
        #expect(scilly.grades[.lookedAfter] == .notJudged)
        #expect(scilly.grade(of: .lookedAfter) == nil)
        #expect(scilly.inadequateAreas == [])
    }

    @Test func `what comes from the press is marked as less sure`() throws {
        let cumbria = try Shipped.facts().judgements.filter { $0.authority.description == "E10000006" }
        #expect(cumbria.map(\.confidence) == [.general, .general])
        #expect(cumbria.map(\.published.description) == ["2015-05", "2017"])
    }
}
