package import Concerns

/// A piece of evidence and what it added to the recommendation.
package struct TimingContribution: Hashable, Sendable {
    package let kind: TimingKind
    package let day: Day
    package let leaning: Leaning
    package let text: String
    /// What the policy gives an input of this kind.
    package let weight: Double
    /// What this one added: its weight, or less where the note says why.
    package let contribution: Double
    package let note: String?
}
