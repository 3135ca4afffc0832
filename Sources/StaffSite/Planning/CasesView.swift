import Concerns
import Pages
import Reinspection

/// The view of `planning/cases`: every open case, most overdue first (T23).
struct CasesView: Sendable {
    let token: String
    let policies: [Choice]
    let policy: String
    let count: String
    let hasCases: Bool
    let cases: [Row]

    struct Row: Sendable {
        let council: String
        let code: String
        let published: String
        let monthsSinceReport: Int
        let clock: String
        let isOverdue: Bool
        let recommendation: String
        let window: String
    }

    init(_ briefs: [PlannerBrief], policies: [Choice], policy: Policy, session: Session, in pages: StaffPages) {
        token = session.formToken.text
        self.policies = policies
        self.policy = policy.id
        count = pages.words("casesCount", ["count": "\(briefs.count)"])
        hasCases = !briefs.isEmpty
        cases = briefs.sorted(by: Self.isMoreOverdue).map { brief in
            Row(
                council: brief.head.authority.name, code: brief.head.authority.code.description,
                published: brief.head.reinspection.opening.published.description,
                monthsSinceReport: brief.clock.monthsSinceReport, clock: pages.said(brief.clock),
                isOverdue: brief.clock.isOverdue,
                recommendation: pages.said("staffTiming", brief.timing.recommendation.rawValue),
                window: pages.said(brief.timing.window))
        }
    }

    /// The most days past the statement's due day or the limit come first, then the oldest report.
    private static func isMoreOverdue(_ one: PlannerBrief, _ other: PlannerBrief) -> Bool {
        func key(_ brief: PlannerBrief) -> (Int, Day, String) {
            (
                -brief.clock.daysOverdue, brief.head.reinspection.opening.published.knownBy, brief.head.authority.name
            )
        }
        return key(one) < key(other)
    }
}

extension StaffPages {
    /// The state of a clock in words.
    func said(_ clock: Clock) -> String {
        switch clock.state {
        case .notStarted(let due):
            if let days = clock.daysSinceStatementDue, let due {
                words("clockNotStartedLate", ["due": due.description, "days": "\(days)"])
            } else if let due {
                words("clockNotStartedDue", ["due": due.description])
            } else {
                words("clockNotStarted")
            }
        case .running(let since, let limit):
            words(
                clock.isOverdue ? "clockOverdue" : "clockRunning",
                ["since": since.description, "limit": limit.description, "months": "\(abs(clock.monthsToLimit ?? 0))"])
        }
    }

    /// A window of months in words; never a date (P27).
    func said(_ window: Timing.Window?) -> String {
        guard let window else { return words("windowNone") }
        guard let through = window.through else { return words("windowFrom", ["from": window.from.description]) }
        return window.from == through
            ? words("windowOneMonth", ["month": through.description])
            : words("windowFromThrough", ["from": window.from.description, "through": through.description])
    }
}

extension Clock {
    /// Days past the day on which the statement was due or, once it is there, past the limit; 0 where neither has passed.
    fileprivate var daysOverdue: Int { daysSinceStatementDue ?? limit.map { max(0, asOf - $0) } ?? 0 }
}
