/// The half of a brief that only planners read: when, what and how.
package struct PlannerBrief: Sendable {
    package let head: BriefHead
    package let clock: Clock
    package let timing: Timing
    package let scope: Scope
    package let plan: Plan
}
