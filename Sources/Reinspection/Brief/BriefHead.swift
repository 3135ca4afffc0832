package import Concerns

/// What both halves of a brief begin with: published facts and the policy in force.
package struct BriefHead: Sendable {
    package let authority: Authority
    package let policy: Policy
    package let asOf: Day
    package let reinspection: ReinspectionCase
    package let isDemonstration: Bool
    /// What the text calls things; JSON keeps their codes.
    let names: BriefNames

    /// The authority that `judgement` was made of, where it is another than the one that answers for it today.
    package func judged(in judgement: Judgement) -> Authority? {
        let judged = names.authority(judgement.authority)
        return judged?.code == authority.code ? nil : judged
    }
}
