package import Concerns

/// A change of what inspectors may read of an accepted concern.
package struct TextChange: Sendable {
    package let concern: ConcernID
    /// Nil where the young person lets it only count; then areas and urgency alone may change.
    package let text: ModeratedText?
    package let urgency: Urgency
    package let areas: [JudgementArea]
    /// The text as it was, closed: it may hold what should not have been left in.
    package let former: SealedNote
    /// The stretches that are taken out now, closed.
    package let marks: SealedNote
    package let by: String
    package let on: Day

    package init(
        concern: ConcernID, text: ModeratedText?, urgency: Urgency, areas: [JudgementArea], former: SealedNote,
        marks: SealedNote, by: String, on: Day
    ) {
        self.concern = concern
        self.text = text
        self.urgency = urgency
        self.areas = areas
        self.former = former
        self.marks = marks
        self.by = by
        self.on = on
    }
}

/// Why an accepted concern was not changed.
package enum ChangeRefused: Error, Equatable, CustomStringConvertible {
    case noSuchConcern
    /// It is not accepted, or not any more.
    case isNotAccepted
    /// Its original is erased, so that nothing can be made of it anew.
    case isErased
    /// Another moderator changed it since this one opened it.
    case changedMeanwhile
    case needsArea
    /// Spam counts for nobody: undo or leave the decision instead.
    case isSpam
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .noSuchConcern: "There is no such concern. Open it from the queue."
        case .isNotAccepted: "This concern is not accepted, so there is no text to change. Nothing was changed."
        case .isErased: "The original of this concern is erased, so its text cannot be made anew."
        case .changedMeanwhile: "Another moderator changed this concern since you opened it. Look at it again."
        case .needsArea: "Choose at least one area."
        case .isSpam: "An accepted concern cannot become spam. Nothing was changed."
        case .store(let problem): problem.description
        }
    }
}
