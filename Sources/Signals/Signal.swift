package import Concerns

/// Evidence, with its uncertainty, that practice in one area of one authority has deteriorated.
///
/// A rise in what young people say is evidence and no proof: a person confirms or departs from it (X2).
package struct Signal: Hashable, Sendable {
    package let authority: GSSCode
    package let area: JudgementArea
    /// The last week that was looked at.
    package let through: Week
    /// How many weeks, ending with ``through``, count as recent.
    package let windowWeeks: Int
    /// Voices in the recent weeks.
    package let voices: Int
    /// Voices to expect in as many weeks, by what the method looks at: the authority's own past, its size, its other areas.
    package let expected: Double
    /// Nine times in ten the number of voices would lie in here if nothing had changed.
    package let expectedRange: ClosedRange<Double>
    /// Recent rate by the rate to expect, the middle of what is believed of it: 1 is no change.
    package let ratio: Double
    /// The 90 % credible interval of ``ratio``.
    package let ratioRange: ClosedRange<Double>
    /// The probability, 0 to 1, that ``ratio`` is above the rule's factor.
    package let probability: Double
    package let state: SignalState
    /// What a reader must know to judge the number, in sentences.
    package let notes: [String]
    /// The name and version of the method that made it.
    package let method: String

    package init(
        authority: GSSCode, area: JudgementArea, through: Week, windowWeeks: Int, voices: Int, expected: Double,
        expectedRange: ClosedRange<Double>, ratio: Double, ratioRange: ClosedRange<Double>, probability: Double,
        state: SignalState, notes: [String], method: String
    ) {
        self.authority = authority
        self.area = area
        self.through = through
        self.windowWeeks = windowWeeks
        self.voices = voices
        self.expected = expected
        self.expectedRange = expectedRange
        self.ratio = ratio
        self.ratioRange = ratioRange
        self.probability = probability
        self.state = state
        self.notes = notes
        self.method = method
    }
}

/// What a signal comes to under the policy's rule.
package enum SignalState: String, CaseIterable, Codable, Hashable, Sendable {
    /// Enough voices and probability over the threshold: the area enters the scope (P18).
    case deteriorated
    /// Just under; the page shows why (P19).
    case watch
    /// As the authority's own past leads one to expect.
    case usual
    /// Too few voices to say anything. Silence is never read as improvement (X4).
    case unknown
}
