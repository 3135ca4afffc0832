package import Concerns
package import Foundation
package import Reinspection
import Sealing
import Signals
package import Store

/// Makes briefs from what is published and what is recorded, under the policy that was asked for.
package struct Briefs: Sendable {
    /// A whole brief holds no more concerns than this, the newest.
    private static let mostConcerns = 200

    let facts: ReinspectionFacts
    let reading: Reading
    let board: SignalBoard
    let statementDates: StatementDates
    /// From it and the case's id comes the seed of each draw; no user can choose either (T15).
    let drawKey: Data
    let isDemonstration: Bool

    init(
        facts: ReinspectionFacts, reading: Reading, board: SignalBoard, statementDates: StatementDates, drawKey: Data,
        isDemonstration: Bool
    ) {
        self.facts = facts
        self.reading = reading
        self.board = board
        self.statementDates = statementDates
        self.drawKey = drawKey
        self.isDemonstration = isDemonstration
    }

    /// Makes briefs outside the site, for `earshot brief`.
    package init(
        facts: ReinspectionFacts, reading: Reading, statementDates: StatementDates, drawKey: Data,
        isDemonstration: Bool
    ) {
        let board = SignalBoard(reading: reading, authorities: facts.authorities) { OwnPastEngine(rule: $0) }
        self.init(
            facts: facts, reading: reading, board: board, statementDates: statementDates, drawKey: drawKey,
            isDemonstration: isDemonstration)
    }

    /// The brief of one authority with everything in it; only who may see both timing and concerns is given it.
    ///
    /// - Throws: `NoBrief` where there never was a case; `StoreProblem`, `NotADrawSeed`.
    package func whole(of code: GSSCode, asOf day: Day, policy: Policy) async throws -> Brief {
        // Today's authority answers for what was said of its predecessors too.
        let lineage = facts.authorities.lineage(of: code)
        let concerns = try await reading.concerns(
            ConcernQuery(authorities: lineage, through: day.week, limit: Self.mostConcerns))
        let signals = try await board.signals(of: [code], rule: policy.signals, today: day)
        return try brief(
            of: code, asOf: day, policy: policy, statements: try await statementDates.all(),
            signals: signals[code] ?? [],
            concerns: concerns.map {
                BriefConcern(areas: $0.areas, week: $0.week.description, urgency: $0.urgency, words: $0.text)
            })
    }

    /// The planner's half for every open case.
    ///
    /// - Throws: `StoreProblem`, `NotADrawSeed`.
    func ofOpenCases(asOf day: Day, policy: Policy) async throws -> [PlannerBrief] {
        let codes = facts.cases(asOf: day, policy: policy).map(\.authority.code)
        let statements = try await statementDates.all()
        let signals = try await board.signals(of: codes, rule: policy.signals, today: day)
        return try codes.map { code in
            try brief(of: code, asOf: day, policy: policy, statements: statements, signals: signals[code] ?? [])
                .forPlanner
        }
    }

    /// The planner's half for one authority.
    ///
    /// - Throws: `NoBrief`, `StoreProblem`, `NotADrawSeed`.
    func of(_ code: GSSCode, asOf day: Day, policy: Policy) async throws -> PlannerBrief {
        let signals = try await board.signals(of: [code], rule: policy.signals, today: day)
        return try brief(
            of: code, asOf: day, policy: policy, statements: try await statementDates.all(),
            signals: signals[code] ?? []
        ).forPlanner
    }

    private func brief(
        of code: GSSCode, asOf day: Day, policy: Policy, statements: [String: Day], signals: [Signal],
        concerns: [BriefConcern] = []
    ) throws -> Brief {
        let caseID = facts.case(of: code, asOf: day, policy: policy)?.id ?? ""
        let inputs = BriefInputs(
            statement: statements[caseID], signals: signals, concerns: concerns,
            seed: try DrawSeed(KeyedMark.of(Data(caseID.utf8), key: drawKey)), isDemonstration: isDemonstration)
        return try Brief.make(of: code, facts: facts, policy: policy, asOf: day, inputs: inputs)
    }
}
