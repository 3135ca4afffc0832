package import Concerns

/// What the rules propose to the moderator, who decides.
package struct Suggestion: Hashable, Sendable {
    /// In the order of the words, none overlapping another.
    package let redactions: [Redaction]
    package let urgency: Urgency
    /// The names of the rules that spoke, never the young person's words.
    package let urgencyReasons: [String]
    /// In the order of the reports.
    package let areas: [JudgementArea]

    package init(
        redactions: [Redaction], urgency: Urgency, urgencyReasons: [String], areas: [JudgementArea]
    ) {
        self.redactions = redactions
        self.urgency = urgency
        self.urgencyReasons = urgencyReasons
        self.areas = areas
    }
}
