import Concerns
import Foundation
import Reinspection
import Sealing
import Signals
import Store

/// Makes planners' briefs from what is recorded, under the policy that was asked for.
struct Briefs: Sendable {
    let facts: ReinspectionFacts
    let board: SignalBoard
    let statementDates: StatementDates
    /// From it and the case's id comes the seed of each draw; no user can choose either (T15).
    let drawKey: Data
    let isDemonstration: Bool

    /// The brief of every open case, by its case.
    ///
    /// - Throws: ``StoreProblem``, ``NotADrawSeed``.
    func ofOpenCases(asOf day: Day, policy: Policy) async throws -> [PlannerBrief] {
        let codes = facts.cases(asOf: day, policy: policy).map(\.authority.code)
        let statements = try await statementDates.all()
        let signals = try await board.signals(of: codes, rule: policy.signals, today: day)
        return try codes.map { code in
            try brief(of: code, asOf: day, policy: policy, statements: statements, signals: signals[code] ?? [])
        }
    }

    /// - Throws: ``NoBrief``, ``StoreProblem``, ``NotADrawSeed``.
    func of(_ code: GSSCode, asOf day: Day, policy: Policy) async throws -> PlannerBrief {
        let signals = try await board.signals(of: [code], rule: policy.signals, today: day)
        let statements = try await statementDates.all()
        return try brief(of: code, asOf: day, policy: policy, statements: statements, signals: signals[code] ?? [])
    }

    private func brief(
        of code: GSSCode, asOf day: Day, policy: Policy, statements: [String: Day], signals: [Signal]
    ) throws -> PlannerBrief {
        let caseID = facts.case(of: code, asOf: day, policy: policy)?.id ?? ""
        let inputs = BriefInputs(
            statement: statements[caseID], signals: signals,
            seed: try DrawSeed(KeyedMark.of(Data(caseID.utf8), key: drawKey)), isDemonstration: isDemonstration)
        return try Brief.make(of: code, facts: facts, policy: policy, asOf: day, inputs: inputs).forPlanner
    }
}
