import FactFiles
import Foundation
import Testing
import Triage

struct ArrivalRulesTests {
    @Test func `as shipped, councils with fewer than 250 children in care keep only the week`() throws {
        #expect(try ModerationRules(files: ShippedRules.files()).weekBelowChildren == 250)
    }

    @Test(arguments: [
        ("below_children: 250", "below_children: -1", "-1 children"),
        ("below_children: 250", "below_children: few", "whole number"),
        ("  reason: >-", "  because: >-", "because"),
        ("keep_only_the_week:", "keep_only_the_month:", "keep_only_the_month"),
    ])
    func `a slip is named with its file, its line and what to write`(right: String, wrong: String, says: String) throws
    {
        var files = try ShippedRules.files()
        let text = try #require(files["arrival.yaml"])
        let place = try #require(text.range(of: right))
        files["arrival.yaml"] = text.replacingCharacters(in: place, with: wrong)
        let problem = try #require(ModerationRules.problems(in: files).first)
        #expect(problem.file == "arrival.yaml" && problem.line != nil)
        #expect(problem.says.contains(says))
        #expect(!problem.remedy.isEmpty)
    }

    @Test func `the number needs its reason`() throws {
        var files = try ShippedRules.files()
        files["arrival.yaml"] = "keep_only_the_week:\n  below_children: 250\n"
        #expect(ModerationRules.problems(in: files).first?.says.contains("reason") == true)
    }
}
