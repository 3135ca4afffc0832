import Concerns
import FactFiles
import Reinspection
import Testing

struct FrameworkTests {
    func framework(_ id: String) throws -> Framework { try #require(try Shipped.facts().framework(id)) }

    @Test(arguments: ["sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026"])
    func `every framework answers for the five areas, asks for all lists and has all questions`(id: String) throws {
        let framework = try framework(id)
        #expect(framework.areas == [.helpAndProtection, .lookedAfter, .adoption, .careLeavers, .leadership])
        #expect(framework.annex.lists.count == 11)
        #expect(framework.annex.items.count == 20)
        #expect(framework.criteria.count == 11 + 13 + 10 + 11 + 10)
        #expect(framework.criteria.count { $0.isListenedTo } == 10)
        #expect(framework.statementDueWorkingDays.value == 70)
    }

    @Test func `care leavers are graded with children in care until 2022, apart after it`() throws {
        #expect(try framework("ilacs-2018").judgement(for: .careLeavers)?.answersFor.first == .lookedAfter)
        #expect(try framework("ilacs-2023").judgement(for: .careLeavers)?.answersFor == [.careLeavers])
    }

    @Test func `without an overall grade one inadequate judgement opens a case`() throws {
        let facts = try Shipped.facts()
        let trafford = try #require(facts.judgements.last { $0.authority.description == "E08000009" })
        #expect(trafford.framework == "ilacs-2026")
        #expect(trafford.overall == .notGiven)
        #expect(try framework("ilacs-2026").isInadequate(trafford))
        #expect(
            facts.case(of: trafford.authority, asOf: try Day("2026-08-22"), policy: facts.defaultPolicy)?.isOpen == true
        )
    }

    @Test func `with an overall grade a single inadequate judgement opens none`() throws {
        let facts = try Shipped.facts()
        let doncaster = try #require(
            facts.judgements.first {
                $0.published.description == "2022-04-08" && $0.authority.description == "E08000017"
            })
        #expect(doncaster.inadequateAreas == [.leadership])
        #expect(try !framework("ilacs-2018").isInadequate(doncaster))
    }

    @Test(arguments: [
        ("sif-2013", "answersFor: [adoption]", "answersFor: [looked-after]", "cannot answer for looked-after"),
        ("sif-2013", "answersFor: [adoption]", "answersFor: [listened-to]", "cannot answer for listened-to"),
        ("sif-2013", "{areas: 1, weeks: 3, inspectors: 3", "{areas: 1, weeks: 2, inspectors: 3", "outside minimum"),
        ("sif-2013", "parent: CLA, answersFor: [adoption]", "parent: XXX, answersFor: [adoption]", "the parent XXX"),
        (
            "sif-2013", "offSiteWeeks: {value: [2], confidence: verified, source: \"Norfolk",
            "offSiteWeeks: {value: [9], confidence: verified, source: \"Norfolk", "a week lies after"
        ),
        ("sif-2013", "listenedTo: [HP3", "listenedTo: [HP99", "no criterion “HP99”"),
        ("sif-2013", "{id: A2,", "{id: A1,", "“A1” stands twice"),
        ("ilacs-2026", "anyOf: [LEADERS", "anyOf: [LSCB", "no judgement “LSCB”"),
        ("ilacs-2023", "validTo: 2026-03-31\n", "", "“validTo” is missing"),
    ])
    func `a framework that contradicts itself is refused`(
        id: String, from: String, to: String, says: String
    ) throws {
        let file = "frameworks/\(id).yaml"
        let problems = ReinspectionFacts.problems(in: try Shipped.files(file, from, to))
        let problem = try #require(problems.first { $0.file == file })
        #expect(problem.says.contains(says), "\(problem)")
        #expect(problem.line != nil)
    }
}
