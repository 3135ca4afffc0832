/// What the desk writes down about a concern and keeps closed; each kind opens only as what it was sealed as.
package enum DeskNoteKind: String, CaseIterable, Sendable {
    /// What is waited for while a concern is held, in the moderator's own words.
    case hold
    /// The stretches of an original that went to safeguarding as a concern of their own.
    case split
    /// A moderated text as it was before it was changed.
    case text
    /// The stretches that were taken out when a concern was accepted.
    case marks
    /// What was passed on to those who can protect someone.
    case record
    /// What a second moderator said about that.
    case opinion
}
