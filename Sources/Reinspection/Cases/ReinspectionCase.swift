package import Concerns

/// One authority judged inadequate, from that judgement until a judgement under the policy closes it (P1).
package struct ReinspectionCase: Sendable, Identifiable {
    /// The authority's code and the report that opened the case: `E08000028-2015-06-05`.
    package let id: String
    /// The authority that answers for it on the day asked about; it may have come after the one that was judged.
    package let authority: Authority
    package let opening: Judgement
    /// Later judgements that left the case open: inadequate again, or too narrow for the policy to close it.
    package let later: [Judgement]
    package let closing: Judgement?

    /// The newest judgement of inadequate: its grades are the weaknesses, and its report asks for the statement.
    package let standing: Judgement

    init(authority: Authority, opening: Judgement, later: [Judgement], standing: Judgement, closing: Judgement?) {
        id = "\(authority.code)-\(opening.published)"
        self.authority = authority
        self.opening = opening
        self.later = later
        self.standing = standing
        self.closing = closing
    }

    package var isOpen: Bool { closing == nil }
}
