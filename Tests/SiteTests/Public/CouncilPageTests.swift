import Concerns
import FactFiles
import Foundation
import HTTPTypes
import Reinspection
import TestSupport
import Testing

struct CouncilPageTests {
    @Test func `a council judged inadequate is told of in plain words, with the last month of return`() async throws {
        let site = try TestPublicSite(standing: CouncilPageTests.standing(latestReturn: Month(number: 2028 * 12 + 4)))
        let page = try await site.get("/councils/E08000025")
        #expect(page.status == .ok)
        for words in [
            "Birmingham", "not looking after children well enough. Inspectors found this in March 2026.",
            "It is 8 months since the report", "Living in care",
            "back by May 2028 at the latest", "It is not your fault",
        ] { #expect(page.main.contains(words), "\(words)") }
    }

    @Test func `while the statement's date is unknown the page says so, and how long ago the report was`() async throws
    {
        let site = try TestPublicSite(standing: CouncilPageTests.standing(latestReturn: nil))
        let page = try await site.get("/councils/E08000025")
        #expect(page.main.contains("We have not been told the date yet. It is 8 months since the report."))
        #expect(!page.main.contains("at the latest"))
    }

    @Test func `a council that is not inadequate is not called so, and one without a report is said to have none`()
        async throws
    {
        let good = try TestPublicSite(standing: { code in
            CouncilStanding(
                authority: try CouncilPageTests.authority(code), reportPublished: try Day("2025-01-09"),
                inadequateAreas: [], isInadequate: false, monthsSinceReport: nil, latestReturn: nil)
        })
        let page = try await good.get("/councils/E08000025")
        #expect(page.main.contains("from January 2025"))
        #expect(!page.main.contains("must come back"))
        let unknown = try await TestPublicSite().get("/councils/E08000025")
        #expect(unknown.main.contains("We do not know of a report"))
    }

    @Test func `the page is the same to the byte each time`() async throws {
        let site = try TestPublicSite(standing: CouncilPageTests.standing(latestReturn: nil))
        let first = try await site.get("/councils/E08000025")
        _ = try await site.tell("Hello", [("authority", "E08000025")])
        try await site.decide(.accept, reply: nil)
        let second = try await site.get("/councils/E08000025")
        #expect(first.html == second.html)
        #expect(first.headers == second.headers)
    }

    @Test func `where inspectors said it again, the page says when, and counts from then`() async throws {
        let facts = try ReinspectionFacts(
            files: Project.texts(under: "Facts", endings: [".csv", ".yaml", ".txt"]))
        // Devon: inadequate in March 2020, and again in May 2025.
        let today = try Day("2026-11-24")
        let site = try TestPublicSite(standing: { facts.standing(of: $0, asOf: today, statement: nil) })
        let page = try await site.get("/councils/E10000008")
        for words in [
            "Inspectors found this in March 2020.", "They said it again in May 2025.",
            "We have not been told the date yet. It is 18 months since the report.",
        ] { #expect(page.main.contains(words), "\(words)") }
        let standing = try #require(
            facts.standing(of: try GSSCode("E10000008"), asOf: today, statement: nil))
        let newest = try #require(facts.newestJudgement(of: try GSSCode("E10000008"), asOf: today))
        #expect(standing.inadequateAreas == newest.inadequateAreas)
    }

    @Test func `where inspectors said it once, nothing is said to have been said again`() async throws {
        let site = try TestPublicSite(standing: CouncilPageTests.standing(latestReturn: nil))
        #expect(!(try await site.get("/councils/E08000025")).main.contains("again in"))
    }

    @Test func `the page does not promise that nobody is told of a visit`() async throws {
        let site = try TestPublicSite(standing: CouncilPageTests.standing(latestReturn: nil))
        let page = try await site.get("/councils/E08000025")
        #expect(page.main.contains("The council is told only a few days before. You can speak up at any time."))
    }

    @Test func `a code in small letters is the same council`() async throws {
        let answer = try await TestPublicSite().get("/councils/e08000025")
        #expect(answer.status == .ok)
        #expect(answer.main.contains("Birmingham"))
    }

    @Test func `a former code leads to the authority of today`() async throws {
        let site = try TestPublicSite()
        let renamed = try #require(site.authorities.current.first { !$0.formerCodes.isEmpty })
        let answer = try await site.get("/councils/\(renamed.formerCodes[0])")
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == "/councils/\(renamed.code)")
    }

    @Test func `a council that became several names them all`() async throws {
        let page = try await TestPublicSite().get("/councils/E10000006")
        #expect(page.status == .ok)
        #expect(page.main.contains(">Cumberland</a>"))
        #expect(page.main.contains(">Westmorland and Furness</a>"))
    }

    @Test(arguments: ["E08999999", "leeds", "e0800002", "..", "E07000008", "%FF%FE", "%", "a%2Fb%00"])
    func `what is no council has no page`(code: String) async throws {
        let answer = try await TestPublicSite().get("/councils/\(code)")
        #expect(answer.status == .notFound)
        #expect(answer.main.contains("There is no page here"))
    }

    @Test func `the list names every council of today once, and none of the past`() async throws {
        let site = try TestPublicSite()
        let page = try await site.get("/councils")
        for authority in site.authorities.all {
            let links = page.html.components(separatedBy: #"href="/councils/\#(authority.code)""#).count - 1
            #expect(links == (authority.isCurrent ? 1 : 0), "\(authority.name)")
        }
    }

    private static func standing(
        latestReturn: Month?
    ) -> @Sendable (GSSCode) async throws -> CouncilStanding? {
        { code in
            CouncilStanding(
                authority: try authority(code), reportPublished: try Day("2026-03-05"),
                inadequateAreas: [.lookedAfter], isInadequate: true, monthsSinceReport: 8, latestReturn: latestReturn,
                inadequateSince: try Day("2026-03-05").month,
                newestInadequateReport: try Day("2026-03-05").month)
        }
    }

    private static func authority(_ code: GSSCode) throws -> Authority {
        try #require(try AuthoritiesFile.read(Project.text("Facts/authorities.csv"))[code])
    }
}
