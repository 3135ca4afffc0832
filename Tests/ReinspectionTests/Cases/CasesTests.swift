import Concerns
import FactFiles
import Reinspection
import Testing

struct CasesTests {
    func `case`(_ code: String, _ asOf: String, _ policy: String = Shipped.trust) throws -> ReinspectionCase? {
        let facts = try Shipped.facts()
        return facts.case(of: try GSSCode(code), asOf: try Day(asOf), policy: try facts.policy(policy))
    }

    @Test func `there is no case before the report is published`() throws {
        #expect(try `case`("E08000028", "2015-06-04") == nil)
        #expect(try `case`("E08000028", "2015-06-05")?.id == "E08000028-2015-06-05")
    }

    @Test func `inadequate again keeps the case open, and its grades are the weaknesses now`() throws {
        let sandwell = try #require(try `case`("E08000028", "2018-06-01"))
        #expect(sandwell.id == "E08000028-2015-06-05")
        #expect(sandwell.isOpen)
        #expect(sandwell.standing.published.description == "2018-01-29")
        #expect(sandwell.standing.inadequateAreas == [.helpAndProtection, .lookedAfter, .adoption, .leadership])
    }

    @Test func `a case closes with a judgement under a later framework`() throws {
        let sandwell = try #require(try `case`("E08000028", "2026-01-01"))
        #expect(!sandwell.isOpen)
        #expect(sandwell.closing?.framework.hasPrefix("ilacs") == true)
    }

    @Test func `a council that came after another answers for its case`() throws {
        #expect(try `case`("E10000006", "2016-01-01")?.isOpen == true)
        #expect(try `case`("E06000063", "2016-01-01")?.opening.authority.description == "E10000006")
        // The council that had ended is in no list of open cases, nor were its successors before they began.
        let facts = try Shipped.facts()
        let then = facts.cases(asOf: try Day("2016-01-01"), policy: facts.defaultPolicy).map(\.authority.name)
        #expect(then.contains("Cumbria"))
        #expect(!then.contains("Cumberland"))
    }

    @Test func `a case of Cumbria that nothing closed would be its successors' today`() throws {
        let row = "E10000006,Cumbria,re-inspection,,2017,,,requires improvement"
        let facts = try ReinspectionFacts(
            files: try Shipped.files("outcomes/sif.csv", row, row.replacing("requires improvement", with: "inadequate"))
        )
        let day = try Day("2023-06-01")
        let names = facts.cases(asOf: day, policy: facts.defaultPolicy).map(\.authority.name)
        #expect(names.contains("Cumberland") && names.contains("Westmorland and Furness"))
        #expect(!names.contains("Cumbria"))
        // A judgement of one successor closes its own case only.
        let later = facts.cases(asOf: try Day("2024-08-01"), policy: facts.defaultPolicy).map(\.authority.name)
        #expect(later.contains("Cumberland") && !later.contains("Westmorland and Furness"))
    }

    @Test func `a good report on one predecessor does not close the case of another`() throws {
        var files = try Shipped.files()
        for (code, name, day, grade) in [
            ("E06000029", "Poole", "2015-03-02", "inadequate"), ("E06000028", "Bournemouth", "2016-03-02", "good"),
        ] {
            let grades = Array(repeating: grade, count: 6).joined(separator: ",")
            files["outcomes/sif.csv", default: ""] +=
                "\n\(code),\(name),full,,,\(day),report,\(grades),,,,high (made up),test"
        }
        let facts = try ReinspectionFacts(files: files)
        let joined = facts.case(of: try GSSCode("E06000058"), asOf: try Day("2019-06-01"), policy: facts.defaultPolicy)
        #expect(joined?.id == "E06000058-2015-03-02")
        #expect(joined?.isOpen == true)
    }

    @Test(arguments: [("monitoring", true, true), ("proportionate", true, false), ("re-inspection", false, false)])
    func `a visit never closes a case, a part of the whole only where the policy lets it`(
        kind: String, isOpenForTrust: Bool, isOpenForProposal: Bool
    ) throws {
        let facts = try ReinspectionFacts(files: try Shipped.files(with: kind))
        let (code, day) = (try GSSCode("E08000028"), try Day("2016-06-01"))
        let trust = facts.case(of: code, asOf: day, policy: facts.defaultPolicy)
        let proposal = facts.case(of: code, asOf: day, policy: try facts.policy(Shipped.proposal))
        #expect(trust?.isOpen == isOpenForTrust)
        #expect(proposal?.isOpen == isOpenForProposal)
    }

    @Test func `those judged longest ago come first`() throws {
        let facts = try Shipped.facts()
        let open = facts.cases(asOf: try Day("2016-01-01"), policy: facts.defaultPolicy)
        #expect(open.map(\.opening.published.knownBy) == open.map(\.opening.published.knownBy).sorted())
        #expect(Set(open.map(\.id)).count == open.count)
    }

    @Test func `these stood inadequate in August 2026`() throws {
        let facts = try Shipped.facts()
        let open = facts.cases(asOf: try Day("2026-08-22"), policy: facts.defaultPolicy).map(\.authority.name)
        #expect(
            Set(open) == [
                "Cheshire East", "Devon", "Halton", "Harrow", "Havering", "Isles of Scilly", "Knowsley",
                "Peterborough", "Swindon", "Tameside", "Trafford",
            ])
    }
}

extension Shipped {
    /// With one more report on Sandwell, of May 2016: nothing inadequate, by this kind of inspection.
    fileprivate static func files(with kind: String) throws -> [String: String] {
        var files = try files()
        let better = Array(repeating: "requires improvement", count: 6).joined(separator: ",")
        files["outcomes/sif.csv", default: ""] +=
            "\nE08000028,Sandwell,\(kind),2016-04-04,2016-04-08,2016-05-06,report,\(better),,,,high (made up),test\n"
        return files
    }
}
