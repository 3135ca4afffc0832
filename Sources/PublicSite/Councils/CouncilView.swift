import Concerns
import Pages

/// What inspectors said about one council and what young people told us about it, in words for a nine-year-old.
///
/// Made of published facts and frozen bands alone, so that the page is the same whether or not anything has been planned (T19).
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
    let voicesLead: String
    let hasVoices: Bool
    /// What young people told us about, each with its band, in the order of the areas.
    let voices: [String]
    let poster: String
    let feed: String

    /// - Parameters:
    ///   - bands: how many young people told us about each area; empty where nothing reaches the floor.
    ///   - until: the last month that the bands count.
    init(
        _ authority: Authority, _ standing: CouncilStanding?, bands: [JudgementArea: VoiceBand], until month: Month,
        in words: Words
    ) {
        name = authority.name
        isInadequate = standing?.isInadequate ?? false
        areas = (standing?.inadequateAreas ?? []).sorted().map(words.area)
        hasAreas = !areas.isEmpty
        said = Self.said(standing, in: words)
        again = Self.again(standing, in: words)
        nextVisit = isInadequate ? Self.nextVisit(standing, in: words) : nil
        sinceReport = isInadequate ? standing?.monthsSinceReport.map { Self.since($0, in: words) } : nil
        voices = JudgementArea.allCases.compactMap { area in
            bands[area].map { words("councilVoices-\($0.rawValue)", ["area": words.area(area)]) }
        }
        hasVoices = !voices.isEmpty
        voicesLead = words(
            hasVoices ? "councilVoicesSome" : "councilVoicesNone", ["month": words.month(month)])
        poster = "\(words.language.root)/councils/\(authority.code)/poster"
        feed = "\(words.language.root)/councils/\(authority.code)/feed.atom"
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
        months <= 0 ? words("sinceReportNone") : words("sinceReport", count: months)
    }

    private static func nextVisit(_ standing: CouncilStanding?, in words: Words) -> String {
        guard let latest = standing?.latestReturn else { return words("returnUnknown") }
        return words("returnLatest", ["month": words.month(latest)])
    }
}
