package import Concerns
import FactFiles
import Signals

/// Everything about the re-inspection of one authority as of one day.
///
/// The two halves are values of their own, so that a page for one role cannot show what only the other may read.
package struct Brief: Sendable {
    package let forPlanner: PlannerBrief
    package let forInspector: InspectorBrief

    package var head: BriefHead { forPlanner.head }

    /// - Throws: ``NoBrief`` where there is no authority, or never was a case.
    package static func make(
        of code: GSSCode, facts: ReinspectionFacts, policy: Policy, asOf: Day, inputs: BriefInputs
    ) throws(NoBrief) -> Brief {
        guard let authority = facts.authorities[code] else { throw .unknownAuthority(code) }
        guard let reinspection = facts.case(of: code, asOf: asOf, policy: policy),
            let judgedBy = facts.framework(reinspection.standing.framework)
        else { throw .neverInadequate(authority.name, asOf, missing: facts.reportsMissing(of: code).map(\.name)) }
        let clock = facts.clock(of: reinspection, statement: inputs.statement, asOf: asOf, policy: policy)
        // A closed case is told as of the day that closed it, which is where its clock stands.
        let framework = facts.framework(carrying: judgedBy.id, on: clock.asOf) ?? judgedBy
        let since = reinspection.standing.published.knownBy
        let evidence = inputs.timing.known(from: since, to: clock.asOf)
        let lineage = facts.authorities.lineage(of: code)
        // Decisions on an earlier report's scope are spent; those after the day asked about are not known on it.
        let decisions = inputs.decisions.filter { since <= $0.day && $0.day <= clock.asOf }
        func signals(until day: Day) -> [Signal] {
            newest(inputs.signals.filter { lineage.contains($0.authority) && $0.through.monday <= day })
        }
        let weighed = signals(until: clock.asOf)
        let scope = Scope(
            of: reinspection, judgedBy: judgedBy, framework: framework, policy: policy, clock: clock,
            evidence: .init(
                signals: weighed, decisions: decisions, improvementIsRecorded: evidence.improvementIsRecorded),
            seed: inputs.seed, reasons: facts.reasons)
        let head = BriefHead(
            authority: authority, policy: policy, asOf: asOf, reinspection: reinspection,
            isDemonstration: inputs.isDemonstration, names: BriefNames(facts))
        return Brief(
            forPlanner: PlannerBrief(
                head: head, clock: clock,
                timing: Timing(
                    of: reinspection, clock: clock, evidence: evidence, signals: weighed, policy: policy,
                    reasons: facts.reasons),
                scope: scope,
                plan: Plan(
                    for: scope, under: framework, policy: policy, baseline: inputs.baseline,
                    target: inputs.engagementTarget)),
            forInspector: InspectorBrief(
                head: head, signals: signals(until: asOf), concerns: inputs.concerns, floor: policy.smallestShown.value)
        )
    }

    /// The newest signal of each area, in the order of the areas.
    private static func newest(_ signals: [Signal]) -> [Signal] {
        Dictionary(grouping: signals, by: \.area).values
            .compactMap { $0.max { $0.through < $1.through } }
            .sorted { $0.area < $1.area }
    }
}

/// Why there is no brief.
package enum NoBrief: Error, Equatable, CustomStringConvertible {
    case unknownAuthority(GSSCode)
    /// Nothing on file judged the authority inadequate by that day; `missing` names those whose reports under the first
    /// framework are not on file, itself or the ones it came from.
    case neverInadequate(String, Day, missing: [String] = [])

    package var description: String {
        switch self {
        case .unknownAuthority(let code):
            "\(code) is no authority on file. Look the code up in authorities.csv."
        case .neverInadequate(let name, let day, let missing):
            "No report on file judged \(name) inadequate by \(day), so there is no case and no brief. "
                + (missing.isEmpty
                    ? "" : "Reports of 2013 to 2018 are missing, though, for \(missing.joined(separator: ", ")). ")
                + "Ask for a later day, or add the judgement to the outcomes."
        }
    }
}
