import FactFiles
import Reinspection
import Testing

struct PolicyTests {
    let file = "policies/who-cares-trust-2016.yaml"

    /// The Trust's policy with one place changed.
    @discardableResult
    func read(_ from: String, _ to: String) throws -> Policy {
        try PolicyFile.read(try Shipped.files(file, from, to)[file] ?? "", file: file)
    }

    @Test(arguments: [
        ("limitMonths: {value: 24", "limitMonths: {value: 23", "(T22)"),
        ("authority: {value: 0,", "authority: {value: 0.1,", "(T18)"),
        ("concerns: {value: 1,", "concerns: {value: 0,", "(T21)"),
        ("alwaysListenedTo: {value: true", "alwaysListenedTo: {value: false", "(T2)"),
        ("randomExtraArea: {value: true", "randomExtraArea: {value: false", "(T15)"),
        ("engagementNotBelowFull: {value: true", "engagementNotBelowFull: {value: false", "(T24)"),
        ("noLongerInadequateNeedsFull: {value: true", "noLongerInadequateNeedsFull: {value: false", "(T32)"),
    ])
    func `a value that breaks a promise of the Trust's policy is refused`(
        from: String, to: String, says: String
    ) throws {
        let problem = try #require(throws: FactProblem.self) {
            try read(from, to)
        }
        #expect(problem.file == file)
        #expect(problem.line != nil)
        #expect(problem.says.contains(says), "\(problem)")
    }

    @Test func `the Trust's policy cannot drop a promise and keep its name`() throws {
        let problem = try #require(throws: FactProblem.self) { try read("T21, T22", "T21") }
        #expect(problem.says.contains("T22"))
    }

    @Test func `a policy of one's own may have another limit`() throws {
        var files = try Shipped.files(
            "policies/ofsted-2016-proposal.yaml", "limitMonths: {value: 24", "limitMonths: {value: 18")
        files["policies/ours.yaml"] = files["policies/ofsted-2016-proposal.yaml"]?
            .replacing("id: ofsted-2016-proposal", with: "id: ours")
        #expect(try ReinspectionFacts(files: files).policy("ours").limitMonths.value == 18)
    }

    @Test(arguments: [
        ("  proportionate: {value: true", "  proportionate: {value: yes please"),
        ("clock:\n  limitMonths", "clock:\n  limitYears"), ("title:", "titel:"),
        ("allInadequateMeans: {value: three", "allInadequateMeans: {value: four"),
        ("earliestMonths: {value: null", "earliestMonths: {value: 25"),
        ("monitoring: {value: 0.6", "monitoring: {value: 7"), ("leastVoices: {value: 5", "leastVoices: {value: 4"),
        ("deteriorated: {value: 0.9", "deteriorated: {value: 1.9"), ("factor: {value: 1.5", "factor: {value: 0.5"),
        ("focusOnWeaknesses: {value: true", "focusOnWeaknesses: {value: false"),
        ("id: who-cares-trust-2016", "id: who-cares"), ("limitNowMonths: {value: 3", "limitNowMonths: {value: 9"),
        ("date: 2016-03-08", "date: 8 March"), ("confidence: verified, source: \"T1, T12\"", "source: \"T1, T12\""),
    ])
    func `a missing, unknown or wrong entry is refused`(from: String, to: String) throws {
        let problem = try #require(throws: FactProblem.self) { try read(from, to) }
        #expect(problem.file == file)
        #expect(problem.line != nil)
        #expect(!problem.remedy.isEmpty)
    }

    @Test func `values that nobody published are counted, so that a reader can see how many`() throws {
        for policy in try Shipped.facts().policies.values { #expect(policy.generalValues > 5, "\(policy.id)") }
    }
}
