import Concerns
import FactFiles

/// What a re-inspection of one scope takes: weeks, people, lists, questions (P37 to P43).
package struct Plan: Hashable, Sendable {
    package let framework: String
    package let weeks: Int
    package let offSiteWeeks: [Int]
    package let inspectors: Int
    package let fieldworkDays: Int
    package let auditedCases: Int
    package let noticeWorkingDays: Int
    package let annexDeadlineWorkingDays: Int
    package let lists: [AnnexEntry]
    package let items: [AnnexEntry]
    package let criteria: [Criterion]
    package let engagement: Engagement
    /// What may be found in the end; empty where the policy gives grades (P47, T32).
    package let outcomes: [TwoWayJudgement]
    /// What the plan saves against a full inspection (P8, P43).
    package let reductions: [Reduction]
    /// What keeps a planner from approving it; empty when nothing does.
    package let objections: [PlanObjection]

    /// - Parameters:
    ///   - baseline: how many children were met in the last full inspection, if anyone knows.
    ///   - target: how many are to be met now; nil takes the baseline.
    package init(
        for scope: Scope, under framework: Framework, policy: Policy, baseline: EngagementBaseline?, target: Int? = nil
    ) {
        let areas = scope.areas
        let size = Plan.size(of: scope, under: framework)
        self.framework = framework.id
        weeks = size.weeks
        inspectors = size.inspectors
        fieldworkDays = size.fieldworkDays
        auditedCases = size.auditedCases
        offSiteWeeks = framework.full.offSiteWeeks.value
        noticeWorkingDays = framework.full.noticeWorkingDays.value
        annexDeadlineWorkingDays = framework.full.annexDeadlineWorkingDays.value
        lists = framework.annex.lists.filter { $0.serves(areas) }
        items = framework.annex.items.filter {
            $0.serves(areas) || policy.annexItemsAlways.value.contains($0.id)
        }
        criteria = framework.criteria.filter {
            areas.contains($0.area) || ($0.isListenedTo && areas.contains(.listenedTo))
        }
        engagement = Engagement(baseline: baseline, target: target)
        outcomes = TwoWayJudgement.allowed(after: scope, under: policy)
        reductions = [
            Reduction(.weeks, framework.full.weeks.value, size.weeks),
            Reduction(.inspectors, framework.full.inspectors.value, size.inspectors),
            Reduction(.fieldworkDays, framework.full.fieldworkDays.value, size.fieldworkDays),
            Reduction(.auditedCases, framework.full.auditedCases.value, size.auditedCases),
            Reduction(.lists, framework.annex.lists.count, lists.count),
            Reduction(.items, framework.annex.items.count, items.count),
        ]
        objections =
            PlanInvariant.allCases.filter {
                !$0.holds(
                    weeks: size.weeks, offSiteWeeks: framework.full.offSiteWeeks.value, auditedCases: size.auditedCases,
                    noticeWorkingDays: framework.full.noticeWorkingDays.value,
                    annexDeadlineWorkingDays: framework.full.annexDeadlineWorkingDays.value, under: framework)
            }.map(PlanObjection.breaks) + engagement.objections(under: policy)
    }

    package var canBeApproved: Bool { objections.isEmpty }

    /// The row of the table for as many judged areas as are in scope; listening takes no row of its own (P38).
    private static func size(of scope: Scope, under framework: Framework) -> Breadth {
        let judged = framework.areas.count { scope.areas.contains($0) }
        let (full, least) = (framework.full, framework.minimum)
        if !scope.isFull, let row = framework.breadth.last(where: { $0.areas <= max(1, judged) }) { return row }
        let shape = scope.isFull ? full : least
        return Breadth(
            areas: judged, weeks: shape.weeks.value, inspectors: shape.inspectors.value,
            fieldworkDays: shape.fieldworkDays.value, auditedCases: shape.auditedCases.value)
    }
}

/// One figure of the plan beside that of a full inspection.
package struct Reduction: Codable, Hashable, Sendable {
    package let what: What
    package let full: Int
    package let planned: Int

    package enum What: String, CaseIterable, Codable, Hashable, Sendable {
        case weeks, inspectors, fieldworkDays, auditedCases, lists, items
    }

    init(_ what: What, _ full: Int, _ planned: Int) {
        self.what = what
        self.full = full
        self.planned = planned
    }
}
