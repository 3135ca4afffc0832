import Concerns

struct ClockDocument: Encodable {
    let state: String
    let statement, limit, statementDue: String?
    let limitMonths, monthsSinceReport, monthsSinceNewestReport: Int
    let monthsSinceStatement, monthsToLimit, daysSinceStatementDue: Int?
    let isOverdue: Bool

    init(_ clock: Clock) {
        switch clock.state {
        case .notStarted(let due):
            state = "not-started"
            (statement, statementDue) = (nil, due?.description)
        case .running(let since, _):
            state = "running"
            (statement, statementDue) = (since.description, nil)
        }
        limit = clock.limit?.description
        limitMonths = clock.limitMonths
        monthsSinceReport = clock.monthsSinceReport
        monthsSinceNewestReport = clock.monthsSinceNewestReport
        monthsSinceStatement = clock.monthsSinceStatement
        monthsToLimit = clock.monthsToLimit
        daysSinceStatementDue = clock.daysSinceStatementDue
        isOverdue = clock.isOverdue
    }
}

struct TimingDocument: Encodable {
    let recommendation: Timing.Recommendation
    let reasons: [TimingReason]
    let window: Window?
    let inputs: [Input]
    let question: String?
    let shareFromYoungPeople: Double?

    struct Window: Encodable {
        let from: String
        let through: String?
    }

    struct Input: Encodable {
        let kind: TimingKind
        let day: String
        let leaning: Leaning
        let text: String
        let weight, contribution: Double
        let note: String?
    }

    init(_ timing: Timing) {
        recommendation = timing.recommendation
        reasons = timing.reasons
        window = timing.window.map { Window(from: $0.from.description, through: $0.through?.description) }
        inputs = timing.contributions.map {
            Input(
                kind: $0.kind, day: $0.day.description, leaning: $0.leaning, text: $0.text, weight: $0.weight,
                contribution: $0.contribution, note: $0.note)
        }
        question = timing.question
        shareFromYoungPeople = timing.shareFromYoungPeople
    }
}

struct PlanDocument: Encodable {
    let framework: String
    let isFull: Bool
    let weeks, inspectors, fieldworkDays, auditedCases, noticeWorkingDays, annexDeadlineWorkingDays: Int
    let offSiteWeeks: [Int]
    let lists, items, criteria: [Entry]
    let engagement: String
    let outcomes: [TwoWayJudgement]
    let reductions: [Reduction]
    let objections: [String]
    let draw: DrawDocument?
    let declined: [Declined]

    struct Entry: Encodable {
        let id, title: String
    }

    struct Declined: Encodable {
        let area: JudgementArea
        let day, by, reason: String
    }

    init(_ plan: Plan, _ scope: Scope) {
        framework = plan.framework
        isFull = scope.isFull
        weeks = plan.weeks
        inspectors = plan.inspectors
        fieldworkDays = plan.fieldworkDays
        auditedCases = plan.auditedCases
        noticeWorkingDays = plan.noticeWorkingDays
        annexDeadlineWorkingDays = plan.annexDeadlineWorkingDays
        offSiteWeeks = plan.offSiteWeeks
        lists = plan.lists.map { Entry(id: $0.id, title: $0.title) }
        items = plan.items.map { Entry(id: $0.id, title: $0.title) }
        criteria = plan.criteria.map { Entry(id: $0.id, title: $0.text) }
        engagement = plan.engagement.description
        outcomes = plan.outcomes
        reductions = plan.reductions
        objections = plan.objections.map(\.description)
        draw = scope.draw.map(DrawDocument.init)
        declined = scope.declined.map {
            Declined(area: $0.area, day: $0.day.description, by: $0.by, reason: $0.reason)
        }
    }
}

struct DrawDocument: Encodable {
    /// The area drawn, or `none-left`.
    let outcome: String
    let candidates: [JudgementArea]
    let seed, day, algorithm: String

    init(_ draw: Draw) {
        outcome = draw.area?.rawValue ?? "none-left"
        candidates = draw.candidates
        seed = draw.seed.hex
        day = draw.day.description
        algorithm = draw.algorithm
    }
}
