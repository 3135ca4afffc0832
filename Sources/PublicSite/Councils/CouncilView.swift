import Concerns
import Pages

/// What inspectors said about one council, in words for a nine-year-old.
///
/// Made of published facts alone, so that the page is the same whether or not anything has been planned (T19).
struct CouncilView {
    let name: String
    /// What the newest judgement says; for an open case, when inspectors first said it.
    let said: String
    /// That a later report said it again, and when; nil while there is one report only.
    let again: String?
    let isInadequate: Bool
    let hasAreas: Bool
    /// The parts that stand judged inadequate.
    let areas: [String]
    /// By when inspectors must be back, or that we were not told.
    let nextVisit: String?
    /// How long ago the newest report that called it inadequate was published: its statement is what is waited for.
    let sinceReport: String?

    init(_ authority: Authority, _ standing: CouncilStanding?, in words: Words) {
        name = authority.name
        isInadequate = standing?.isInadequate ?? false
        areas = (standing?.inadequateAreas ?? []).sorted().map(words.area)
        hasAreas = !areas.isEmpty
        said = Self.said(standing, in: words)
        again = Self.again(standing, in: words)
        nextVisit = isInadequate ? Self.nextVisit(standing, in: words) : nil
        sinceReport = isInadequate ? standing?.monthsSinceReport.map { Self.since($0, in: words) } : nil
    }

    private static func said(_ standing: CouncilStanding?, in words: Words) -> String {
        guard let standing, let newest = standing.reportPublished else { return words("councilNoReport") }
        guard standing.isInadequate else {
            return words("councilNotInadequate", ["month": words.month(newest.month)])
        }
        return words("councilInadequate", ["month": words.month(standing.inadequateSince ?? newest.month)])
    }

    private static func again(_ standing: CouncilStanding?, in words: Words) -> String? {
        guard let standing, standing.isInadequate, let newest = standing.newestInadequateReport,
            newest != standing.inadequateSince
        else { return nil }
        return words("councilInadequateAgain", ["month": words.month(newest)])
    }

    private static func since(_ months: Int, in words: Words) -> String {
        switch months {
        case ...0: words("sinceReportNone")
        case 1: words("sinceReportOne")
        default: words("sinceReport", ["months": "\(months)"])
        }
    }

    private static func nextVisit(_ standing: CouncilStanding?, in words: Words) -> String {
        guard let latest = standing?.latestReturn else { return words("returnUnknown") }
        return words("returnLatest", ["month": words.month(latest)])
    }
}
