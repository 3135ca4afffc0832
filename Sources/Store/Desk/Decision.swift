package import Concerns
package import Foundation

/// What a moderator decided about one concern, with all that follows from it.
package struct Decision: Sendable {
    package let concern: ConcernID
    package let decision: ModerationDecision
    package let urgency: Urgency
    package let areas: [JudgementArea]
    /// The authority as the moderator settled it.
    package let authority: GSSCode?
    /// What inspectors may read; nil where nothing is accepted or the young person lets it only count.
    package let text: ModeratedText?
    /// Who spoke: a voice of its own, or one that spoke before.
    package let voice: Voice
    /// An answer closed for the holder of the receipt.
    package let reply: Data?
    /// The account's name.
    package let by: String
    package let on: Day
    /// The random part of the search key: the week of arrival comes before it, and no finer time.
    package let searchNumber: UInt32
    /// Whether the reply asks the young person something.
    package let asks: Bool
    /// How soon it came, measured against the concern's target.
    package let pace: Pace

    package init(
        concern: ConcernID, decision: ModerationDecision, urgency: Urgency, areas: [JudgementArea],
        authority: GSSCode?, text: ModeratedText?, voice: Voice, reply: Data?, by: String, on: Day,
        searchNumber: UInt32, asks: Bool = false, pace: Pace = .unknown
    ) {
        self.concern = concern
        self.decision = decision
        self.urgency = urgency
        self.areas = areas
        self.authority = authority
        self.text = text
        self.voice = voice
        self.reply = reply
        self.by = by
        self.on = on
        self.searchNumber = searchNumber
        self.asks = asks
        self.pace = pace
    }
}

/// Why a decision was not taken down.
package enum DecisionRefused: Error, Equatable, CustomStringConvertible {
    case noSuchConcern
    /// Another moderator was quicker, or it was decided before.
    case alreadyDecided(ConcernState)
    /// Another moderator held or escalated it since this one opened it.
    case changedMeanwhile
    /// The young person took it back: it can no longer be accepted, nor anything else once its words are erased.
    case wasWithdrawn
    /// Accepted concerns count for an authority; without one they cannot.
    case needsAuthority
    case needsArea
    case store(StoreProblem)

    package var description: String {
        switch self {
        case .noSuchConcern: "There is no such concern. Open it from the queue."
        case .alreadyDecided(let state): "This concern is already \(state.rawValue). Nothing was changed."
        case .changedMeanwhile:
            "Another moderator decided about this concern since you opened it. Nothing was changed. Look at it again."
        case .wasWithdrawn:
            "The young person took this concern back, so it cannot be accepted or read. Nothing was changed. If it is "
                + "still in the queue, someone may be in danger: escalate it, hold it or refuse it."
        case .needsAuthority: "Choose the council that this concern is about before you accept it."
        case .needsArea: "Choose at least one area before you accept it."
        case .store(let problem): problem.description
        }
    }
}
