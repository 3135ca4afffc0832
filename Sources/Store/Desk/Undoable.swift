package import Concerns

/// What was just done at the desk, with what must be known to undo it; kept in memory only, and for minutes.
package enum Undoable: Hashable, Sendable {
    case decision(UndoableDecision)
    /// The part, and the number of the note that says which stretches went to it.
    case split(of: ConcernID, part: ConcernID, mark: Int)
    /// The thread that was merged into another.
    case merge(ConcernID, into: ConcernID)
    /// The thread that was merged into another, and is one of its own again.
    case apart(ConcernID, from: ConcernID)

    /// The concern that it was done to.
    package var concern: ConcernID {
        switch self {
        case .decision(let decision): decision.concern
        case .split(let concern, _, _): concern
        case .merge(let thread, _), .apart(let thread, _): thread
        }
    }
}

/// A decision, and how the concern stood before it; the table of decisions only grows and does not tell.
package struct UndoableDecision: Hashable, Sendable {
    package let concern: ConcernID
    package let decision: ModerationDecision
    let number: Int
    /// How often the concern had changed with it, and how many messages its thread had.
    let changes: Int
    let messages: Int
    let by: String
    let formerUrgency: Urgency
    let formerAuthority: GSSCode?
    /// The voice that its thread had; nil where nothing of it was accepted.
    let formerVoice: String?
    /// The voice that it gave its thread; nil for what is no acceptance.
    let voice: String?
    /// The sealed time by which it was due; nil where it had none any more.
    let formerDue: QueuedConcern.Due?
    /// The number of the answer that went with it, in its thread; nil where none did.
    let reply: Int?
}

/// Why something at the desk was not undone.
package enum UndoRefused: Error, Equatable, CustomStringConvertible {
    /// Something was done to it since, or it was undone already.
    case isNotTheLast
    /// Another moderator's work.
    case isNotYours
    /// Its words are erased, so there is nothing left to decide anew.
    case isErased
    /// A second moderator has confirmed or declined what was passed on.
    case hasOpinion
    /// Someone has decided about the part that was split off.
    case partIsDecided
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .isNotTheLast: "Something was done to this concern since. Nothing was changed. Look at it again."
        case .isNotYours: "Only whoever decided can undo it. Nothing was changed."
        case .isErased: "The words of this concern are erased, so the decision stays. Nothing was changed."
        case .hasOpinion:
            "A second moderator has answered this escalation, so it cannot be undone. Decide anew instead."
        case .partIsDecided: "Someone has decided about the part that was split off. Nothing was changed."
        case .store(let problem): problem.description
        }
    }
}
