package import Concerns
package import Signals

/// What a brief is made of beside the published facts.
package struct BriefInputs: Sendable {
    /// The day on which the statement of proposed action was handed in; nil while nobody recorded it.
    package let statement: Day?
    package let timing: TimingEvidence
    package let signals: [Signal]
    package let decisions: [ScopeDecision]
    package let concerns: [BriefConcern]
    package let baseline: EngagementBaseline?
    package let engagementTarget: Int?
    package let seed: DrawSeed
    package let isDemonstration: Bool

    package init(
        statement: Day?, timing: TimingEvidence = TimingEvidence(inputs: []), signals: [Signal] = [],
        decisions: [ScopeDecision] = [], concerns: [BriefConcern] = [], baseline: EngagementBaseline? = nil,
        engagementTarget: Int? = nil, seed: DrawSeed, isDemonstration: Bool = false
    ) {
        self.statement = statement
        self.timing = timing
        self.signals = signals
        self.decisions = decisions
        self.concerns = concerns
        self.baseline = baseline
        self.engagementTarget = engagementTarget
        self.seed = seed
        self.isDemonstration = isDemonstration
    }
}

/// A concern as inspectors may read it.
package struct BriefConcern: Hashable, Sendable {
    package let areas: [JudgementArea]
    /// The week of the decision, such as `2026-W10`; never finer.
    package let week: String
    package let urgency: Urgency
    /// Nil where the young person let it only be counted.
    package let words: ModeratedText?

    package init(areas: [JudgementArea], week: String, urgency: Urgency, words: ModeratedText?) {
        self.areas = areas
        self.week = week
        self.urgency = urgency
        self.words = words
    }
}
