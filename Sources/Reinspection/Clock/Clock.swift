package import Concerns
import FactFiles

/// How long an authority has been judged inadequate, and how long until inspectors must be back.
///
/// The limit counts from the day on which the statement of proposed action was handed in (P31, P32), never from the
/// report in its place.
package struct Clock: Hashable, Sendable {
    package let asOf: Day
    package let state: State
    package let limitMonths: Int
    /// Whole months since the report that opened the case.
    package let monthsSinceReport: Int
    /// Whole months since the newest report that found the authority inadequate.
    package let monthsSinceNewestReport: Int

    package enum State: Hashable, Sendable {
        /// No statement is recorded. `due` is the day by which it was to come, nil beyond the bank holidays on file.
        case notStarted(due: Day?)
        case running(since: Day, limit: Day)
    }

    /// - Parameter statement: the day on which the statement after the newest inadequate report was handed in.
    package init(
        of reinspection: ReinspectionCase, statement: Day?, dueWorkingDays: Int, asOf: Day, policy: Policy,
        workingDays: WorkingDays
    ) {
        // A closed case's clock stands where the judgement stopped it.
        let now = min(asOf, reinspection.closing?.published.knownBy ?? asOf)
        let newest = reinspection.standing.published.knownBy
        self.asOf = now
        limitMonths = policy.limitMonths.value
        monthsSinceReport = reinspection.opening.published.knownBy.wholeMonths(to: now)
        monthsSinceNewestReport = newest.wholeMonths(to: now)
        // A statement of the future, or one that answered an earlier report, starts nothing.
        if let statement, newest <= statement, statement <= now {
            state = .running(since: statement, limit: statement.adding(months: limitMonths))
        } else {
            state = .notStarted(due: workingDays.day(dueWorkingDays, after: newest))
        }
    }

    package var limit: Day? {
        if case .running(_, let limit) = state { limit } else { nil }
    }

    package var monthsSinceStatement: Int? {
        if case .running(let since, _) = state { since.wholeMonths(to: asOf) } else { nil }
    }

    /// Whole months left to the limit; negative once it has passed.
    package var monthsToLimit: Int? { limit.map { asOf.wholeMonths(to: $0) } }

    /// Whether the limit's day has come (P34).
    package var isLimitReached: Bool { limit.map { $0 <= asOf } ?? false }

    /// The limit's own day still counts as in time.
    package var isOverdue: Bool { limit.map { $0 < asOf } ?? false }

    /// Days since the statement was due, where it is missing and late.
    package var daysSinceStatementDue: Int? {
        guard case .notStarted(let due?) = state, due < asOf else { return nil }
        return asOf - due
    }
}
