import Concerns
import FactFiles
import Receiving
import TestSupport
import Testing

struct ArrivalDaysTests {
    private static let authorities = Result { try AuthoritiesFile.read(Project.text("Facts/authorities.csv")) }

    @Test(arguments: [0, 250, 100_000])
    func `a day is kept whole or as the Monday of its week, by the number of children alone`(below: Int) throws {
        let authorities = try Self.authorities.get()
        let days = ArrivalDays(authorities: authorities, weekBelowChildren: below)
        // Two weeks over the turn of a year.
        let first = try Day("2026-12-25")
        for authority in authorities.all {
            let isSmall = (authority.childrenInCare ?? 0) < below
            for day in (0..<14).map({ first + $0 }) {
                let kept = days.kept(day, about: authority.code)
                #expect(kept == (isSmall ? day.week.monday : day), "\(authority.code) \(day)")
                #expect(kept.week == day.week)
            }
        }
    }

    @Test func `a council that is not known counts as small`() throws {
        let days = ArrivalDays(authorities: Authorities([]), weekBelowChildren: 1)
        #expect(days.kept(try Day("2026-11-24"), about: nil).description == "2026-11-23")
        #expect(days.kept(try Day("2026-11-24"), about: try GSSCode("E08000025")).description == "2026-11-23")
    }
}
