import Concerns
import Reinspection
import Testing

struct ReasonWordsTests {
    @Test func `what an inspector wrote in braces stays as it is`() throws {
        var brief = try TestBrief()
        brief.inputs = BriefInputs(
            statement: nil,
            decisions: [
                ScopeDecision(
                    area: .adoption, kind: .adds, day: try Day("2015-11-02"), by: "HMI", reason: "see {by} and {area")
            ], seed: try .test(1))
        let reason = try brief.make().forPlanner.scope.reasons(for: .adoption).first { $0.code == .inspector }
        #expect(reason?.text == "HMI: see {by} and {area")
    }

    @Test func `no reason is left with an open blank`() throws {
        for code in ["E08000028", "E08000025", "E10000020"] {
            let scope = try TestBrief(code, asOf: "2016-06-01").make().forPlanner.scope
            for reason in scope.lines.flatMap(\.reasons) {
                #expect(!reason.text.contains("{") && !reason.text.isEmpty && !reason.rule.isEmpty)
            }
        }
    }
}
