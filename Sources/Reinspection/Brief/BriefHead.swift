package import Concerns

/// What both halves of a brief begin with: published facts and the policy in force.
package struct BriefHead: Sendable {
    package let authority: Authority
    package let policy: Policy
    package let asOf: Day
    package let reinspection: ReinspectionCase
    package let isDemonstration: Bool
}
