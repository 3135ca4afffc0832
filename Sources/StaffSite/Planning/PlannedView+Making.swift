import Concerns
import Pages
import Reinspection

extension PlannedView {
    init(_ brief: PlannerBrief, isPrinted: Bool = false, in pages: StaffPages) {
        let (head, words) = (brief.head, pages.words)
        self.isPrinted = isPrinted
        policyLine = words(
            "policyWithVersion", ["title": head.policy.title, "version": head.policy.version])
        facts = Self.facts(brief, in: pages)
        question = brief.timing.question
        recommendation = pages.said("staffTiming", brief.timing.recommendation.rawValue)
        window = pages.said(brief.timing.window)
        timingReasons = brief.timing.reasons.map { Reason(rule: $0.rule, text: $0.text) }
        inputs = brief.timing.contributions.map { Self.input($0, in: pages) }
        hasInputs = !inputs.isEmpty
        scope = brief.scope.lines.map { line in
            Area(
                area: pages.said("staffArea", line.area.rawValue),
                reasons: line.reasons.map { Reason(rule: $0.rule, text: $0.text) })
        }
        isFull = brief.scope.isFull
        draw = brief.scope.draw.map { Self.facts($0, in: pages) } ?? []
        hasDraw = !draw.isEmpty
        plan = brief.plan.reductions.map {
            Figure(what: pages.said("staffFigure", $0.what.rawValue), planned: $0.planned, full: $0.full)
        }
        objections = brief.plan.objections.map(\.description)
        hasObjections = !objections.isEmpty
        lists = brief.plan.lists.map { Entry(id: $0.id, title: $0.title) }
        items = brief.plan.items.map { Entry(id: $0.id, title: $0.title) }
        criteria = brief.plan.criteria.map { Entry(id: $0.id, title: $0.text) }
    }

    private static func facts(_ brief: PlannerBrief, in pages: StaffPages) -> [Fact] {
        let (reinspection, clock) = (brief.head.reinspection, brief.clock)
        func fact(_ label: String, _ value: String) -> Fact { Fact(label: pages.words(label), value: value) }
        return [
            fact("factOpening", reinspection.opening.published.description),
            fact("factNewestReport", reinspection.standing.published.description),
            fact("factMonthsSinceReport", "\(clock.monthsSinceReport)"),
            fact(
                "factMonthsSinceStatement",
                clock.monthsSinceStatement.map { "\($0)" } ?? pages.words("notKnown")),
            fact("factClock", pages.said(clock)),
            fact("factFramework", pages.frameworkTitles[brief.plan.framework] ?? brief.plan.framework),
            fact("factEngagement", brief.plan.engagement.description),
            fact("factNotice", pages.words("workingDays", ["count": "\(brief.plan.noticeWorkingDays)"])),
        ]
    }

    private static func facts(_ draw: Draw, in pages: StaffPages) -> [Fact] {
        func fact(_ label: String, _ value: String) -> Fact { Fact(label: pages.words(label), value: value) }
        let drawn = draw.area.map { pages.said("staffArea", $0.rawValue) } ?? pages.words("drawNoneLeft")
        return [
            fact("drawArea", drawn), fact("drawCandidates", pages.names(of: draw.candidates)),
            fact("drawDay", draw.day.description), fact("drawAlgorithm", draw.algorithm),
            fact("drawSeed", draw.seed.hex),
        ]
    }

    private static func input(_ input: TimingContribution, in pages: StaffPages) -> Input {
        Input(
            kind: pages.said("staffInput", input.kind.rawValue), day: input.day.description,
            leaning: pages.said("staffLeaning", input.leaning.rawValue), text: input.text,
            weight: Shown.oneDecimal(input.weight) ?? "", contribution: Shown.oneDecimal(input.contribution) ?? "",
            note: input.note ?? "")
    }
}
