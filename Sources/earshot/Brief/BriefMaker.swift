import Concerns
import Foundation
import Reinspection
import Sealing
import Signals
import Store

/// Makes the whole brief of one authority from what is published and what is recorded.
struct BriefMaker {
    let deployment: Deployment

    /// A brief shows no more concerns than this, the newest.
    private static let mostConcerns = 200

    /// - Throws: `NoBrief` where there never was a case; `StoreProblem`.
    func brief(of code: GSSCode, policy: Policy, asOf: Day) async throws -> Brief {
        let facts = deployment.facts
        let reading = deployment.records.reading
        let caseID = facts.case(of: code, asOf: asOf, policy: policy)?.id ?? ""
        // Today's authority answers for its predecessors' concerns too.
        let lineage = facts.authorities.lineage(of: code)
        let concerns = try await reading.concerns(
            ConcernQuery(authorities: lineage, through: asOf.week, limit: Self.mostConcerns))
        return try Brief.make(
            of: code, facts: facts, policy: policy, asOf: asOf,
            inputs: BriefInputs(
                statement: try await deployment.records.statementDates.all()[caseID],
                signals: try await signals(of: code, rule: policy.signals, asOf: asOf),
                concerns: concerns.map {
                    BriefConcern(areas: $0.areas, week: $0.week.description, urgency: $0.urgency, words: $0.text)
                },
                seed: try DrawSeed(KeyedMark.of(Data(caseID.utf8), key: deployment.keys.draws)),
                isDemonstration: deployment.folder.isDemonstration))
    }

    private func signals(of code: GSSCode, rule: SignalRule, asOf: Day) async throws -> [Signal] {
        let counts = try await deployment.records.reading.voices()
        guard let from = counts.map(\.week).min() else { return [] }
        let children = deployment.facts.authorities.current.reduce(into: [:]) { $0[$1.code] = $1.childrenInCare }
        let history = VoiceHistory(counts: counts, childrenInCare: children, from: from)
        // The week that runs is not whole: its few voices would read as a fall.
        return OwnPastEngine(rule: rule).signals(of: code, in: history, through: asOf.week.advanced(by: -1))
    }
}
