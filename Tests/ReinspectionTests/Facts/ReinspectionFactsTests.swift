import Concerns
import FactFiles
import Reinspection
import Testing

struct ReinspectionFactsTests {
    @Test func `the shipped files load without a problem`() throws {
        #expect(ReinspectionFacts.problems(in: try Shipped.files()) == [])
        let facts = try Shipped.facts()
        #expect(facts.frameworks.map(\.id) == ["sif-2013", "ilacs-2018", "ilacs-2023", "ilacs-2026"])
        #expect(Set(facts.policies.keys) == [Shipped.trust, Shipped.proposal, Shipped.outcome])
        #expect(facts.defaultPolicy.id == Shipped.trust)
        #expect(facts.judgements.count == 169 + 317)
    }

    @Test func `loading takes no time that a person would notice`() throws {
        let files = try Shipped.files()
        let spent = try ContinuousClock().measure { _ = try ReinspectionFacts(files: files) }
        // 0.07 s in a release build on two slow cores; a debug build on a busy machine may take many times that.
        #expect(spent < .seconds(5))
    }

    @Test func `33 authorities were found inadequate at first: 13 in all key judgements, 3 in all five`() throws {
        let facts = try Shipped.facts()
        let sif = try #require(facts.framework("sif-2013"))
        let first = facts.judgements.filter {
            $0.framework == sif.id && $0.kind == "full" && sif.isInadequate($0)
        }
        #expect(first.count == 33)
        #expect(first.contains { $0.authority.description == "E10000006" })  // Cumbria, from the press
        func all(_ meaning: AllAreas) -> Int {
            first.count { judgement in
                sif.areas(meaning: meaning).allSatisfy { judgement.grade(of: $0) == .inadequate }
            }
        }
        #expect(all(.three) == 13)
        #expect(all(.five) == 3)
    }

    @Test func `of 20 re-inspections on file 7 found the authority still inadequate`() throws {
        let facts = try Shipped.facts()
        let again = facts.judgements.filter { $0.framework == "sif-2013" && $0.kind == "re-inspection" }
        #expect(again.count == 21)  // with Cumbria, whose report is not on file
        #expect(again.count { $0.overall == .graded(.inadequate) } == 7)
    }

    @Test func `overall is inadequate exactly when a key judgement is, in every report of the first framework`() throws
    {
        let facts = try Shipped.facts()
        let sif = try #require(facts.framework("sif-2013"))
        for judgement in facts.judgements where judgement.framework == sif.id {
            let key = sif.areas(meaning: .three).contains { judgement.grade(of: $0) == .inadequate }
            #expect(key == (judgement.overall == .graded(.inadequate)), "\(judgement.authority) \(judgement.published)")
        }
    }

    @Test func `29 of the 152 stood inadequate when the cycle ended`() throws {
        let facts = try Shipped.facts()
        let open = facts.cases(asOf: try Day("2017-10-31"), policy: facts.defaultPolicy)
        // 19 in a hundred, as Ofsted published; Cumbria's second report counts as known only at the year's end.
        #expect(abs(open.count - 29) <= 1)
    }

    @Test(arguments: [
        ("outcomes/sif.csv", "E09000003,Barnet", "E09000099,Barnet", 3, "is no authority"),
        ("outcomes/sif.csv", "E09000003,Barnet,full", "E09000003,Barnet,fast", 3, "no such kind"),
        ("outcomes/sif.csv", "report,inadequate,inadequate", "report,awful,inadequate", 3, "“awful” is no grade"),
        ("outcomes/ilacs.csv", "2019-04-01,requires improvement", "1.4.2019,requires improvement", 2, "not a date"),
        ("outcomes/ilacs.csv", "judged together with children in care", "good", 2, "with children in care"),
        ("outcomes/ilacs.csv", "2019-02-18", "2013-02-18", 2, "no framework was in force"),
        (
            "outcomes/ilacs.csv", ",2019-04-01,requires improvement", ",2019-04-01,a, b,requires improvement", 2,
            "too many cells"
        ),
        ("authorities.csv", "E09000002,,301", "E09002,,301", 2, "is not an authority’s code"),
        ("receipt-words.txt", "\n", "\nBAD WORD\n", 2, "is not a word"),
        ("policies/who-cares-trust-2016.yaml", "I13, I14", "I99, I14", 53, "“I99”"),
        ("frameworks/ilacs-2018.yaml", "criteriaOf: sif-2013", "criteriaOf: sif-2012", 58, "no framework “sif-2012”"),
        ("bank-holidays.csv", "2013-03-29", "2013-04-29", 4, "does not come after"),
        ("reasons.yaml", "{published}", "{publisher}", 43, "nothing fills"),
    ])
    func `what does not fit another file is named by file and line`(
        file: String, from: String, to: String, line: Int, says: String
    ) throws {
        let files = try Shipped.files(file, from, to)
        let problem = try #require(ReinspectionFacts.problems(in: files).first { $0.file == file })
        #expect(problem.says.contains(says), "\(problem)")
        #expect(problem.line == line, "\(problem)")
        #expect(!problem.description.contains(".."), "\(problem)")
        #expect(!problem.remedy.isEmpty)
        #expect(throws: FactProblem.self) { try ReinspectionFacts(files: files) }
    }

    @Test func `a list of receipt words that is too short is named, and one that is not there is not missed`() throws {
        let short = try Shipped.files().merging(["receipt-words.txt": "apple\nbread\n"]) { $1 }
        let problems = ReinspectionFacts.problems(in: short)
        #expect(problems.map(\.file) == ["receipt-words.txt"])
        #expect(problems.first?.description.contains("2 words; there must be 2048") == true)
        let without = try Shipped.files().filter { $0.key != "receipt-words.txt" }
        #expect(ReinspectionFacts.problems(in: without) == [])
    }

    @Test(arguments: [
        ("E06000061", ["Northamptonshire"]), ("E06000058", ["Bournemouth", "Poole", "Dorset (county council)"]),
        ("E06000063", []), ("E08000028", []),
    ])
    func `councils whose reports of the first cycle are not on file are known`(code: String, names: [String]) throws {
        let missing = try Shipped.facts().reportsMissing(of: try GSSCode(code))
        #expect(Set(missing.map(\.name)) == Set(names))
    }

    @Test func `a fault in a framework is not blamed on the reports judged under it`() throws {
        let files = try Shipped.files("frameworks/ilacs-2023.yaml", "overall: true", "overall: perhaps")
        #expect(ReinspectionFacts.problems(in: files).map(\.file) == ["frameworks/ilacs-2023.yaml"])
    }

    @Test func `a check names the problems of all files at once`() throws {
        var files = try Shipped.files("outcomes/sif.csv", "E09000003,Barnet,full", "E09000099,Barnet,fast")
        files["reasons.yaml"] = nil
        files["policies/ofsted-2016-proposal.yaml"] = "id: other"
        let problems = ReinspectionFacts.problems(in: files)
        #expect(
            Set(problems.map(\.file)).isSuperset(of: [
                "outcomes/sif.csv", "reasons.yaml", "policies/ofsted-2016-proposal.yaml",
            ]))
        #expect(problems.count { $0.file == "outcomes/sif.csv" } == 2)
    }
}
