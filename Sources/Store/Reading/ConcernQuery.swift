package import Concerns

/// What an inspector looks for among the moderated concerns; every part may be missing.
package struct ConcernQuery: Hashable, Sendable {
    /// The authority's code and those before it; empty for all.
    package var authorities: Set<GSSCode>
    package var area: JudgementArea?
    /// The first week of arrival.
    package var from: Week?
    /// The last week of arrival.
    package var through: Week?
    /// Words that must all be there, each a beginning of one.
    package var words: String?
    /// How many of the newest to skip.
    package var offset: Int
    package var limit: Int

    package init(
        authorities: Set<GSSCode> = [], area: JudgementArea? = nil, from: Week? = nil, through: Week? = nil,
        words: String? = nil, offset: Int = 0, limit: Int = 20
    ) {
        self.authorities = authorities
        self.area = area
        self.from = from
        self.through = through
        self.words = words
        self.offset = offset
        self.limit = limit
    }
}

/// A concern as inspectors read it: redacted words, codes, and no time finer than a week.
package struct ModeratedConcern: Hashable, Sendable, Identifiable {
    package let id: ConcernID
    package let authority: GSSCode
    package let week: Week
    package let urgency: Urgency
    package let teller: Teller?
    package let areas: [JudgementArea]
    package let text: ModeratedText
}
