package import Concerns

/// What the rules and weights propose to the moderator, who decides.
package struct Suggestion: Hashable, Sendable {
    /// In the order of the words, none overlapping another.
    package let finds: [IdentifierFind]
    package let urgency: Urgency
    /// The names of the rules that spoke, never the young person's words.
    package let urgencyReasons: [String]
    /// Where the words stand that speak most for the urgency, the strongest first, in Unicode scalars.
    package let urgencyWords: [Range<Int>]
    /// In the order of the reports.
    package let areas: [JudgementArea]

    package var redactions: [Redaction] { finds.map(\.redaction) }

    package init(
        finds: [IdentifierFind], urgency: Urgency, urgencyReasons: [String], urgencyWords: [Range<Int>] = [],
        areas: [JudgementArea]
    ) {
        self.finds = finds
        self.urgency = urgency
        self.urgencyReasons = urgencyReasons
        self.urgencyWords = urgencyWords
        self.areas = areas
    }
}
