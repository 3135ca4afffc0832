package import Concerns
package import Foundation

/// A concern in the queue, as a list shows it: no words.
package struct WaitingConcern: Hashable, Sendable, Identifiable {
    package let id: ConcernID
    package let authority: GSSCode?
    package let channel: Channel
    package let teller: Teller?
    package let urgency: Urgency
    package let arrivedOn: Day
    package let state: ConcernState
    /// The first concern of the thread that it adds to; nil for a first message.
    package let thread: ConcernID?
    /// Whether the young person took it back; if it waits all the same, it is kept for safety and can only be escalated,
    /// held or refused.
    package let isWithdrawn: Bool
    /// The day from which on a held one waits like any other; nil where it is not held, or nobody said until when.
    package let heldUntil: Day?
    /// Whether a second moderator has still to confirm that who a young person is be passed on.
    package let needsSecond: Bool
    /// Whether a second moderator declined what was passed on last, so that somebody must decide anew.
    package let isDeclined: Bool

    /// Whether it was passed on, and nobody has to look at it again.
    package var isHandedOn: Bool { state == .escalated && !needsSecond && !isDeclined }
}

/// One concern with its closed words, as the desk opens it.
package struct DeskConcern: Sendable {
    package let summary: WaitingConcern
    package let sharing: Sharing
    /// The words, sealed under the concern's own key.
    package let words: Data
    /// The concern's own key, sealed to the moderators; nil once it was erased.
    package let key: Data?
    /// Seals replies to the thread; nil where there is no receipt.
    package let replyKey: Data?
    /// Decisions so far, oldest first.
    package let decisions: [PastDecision]
    /// What was done to the accepted text, oldest first; it stands in the history among the decisions.
    package let textActs: [PastTextAct]
    /// Who decided, undid, split or changed last; nil where nobody did.
    package let lastChangedBy: String?
    /// How often it was decided, undone, split or changed; a form brings it back.
    package let changes: Int
    /// What the desk wrote down about it.
    package let notes: [DeskNote]
    /// What inspectors may read of it; nil where nothing is accepted or it is only counted.
    package let text: ModeratedText?
    /// The areas that it counts for; empty where it is not accepted.
    package let areas: [JudgementArea]
    /// The first concerns of other threads that were merged with its own.
    package let mergedWith: [ConcernID]
    /// Whether its own thread was merged into another, so that it can be taken apart.
    package let isMerged: Bool
    /// What it is a part of, as it was split off; nil for a message as it came.
    package let partOf: ConcernID?
    /// How many records there are of what was passed on.
    package let safeguardingRecords: Int

    /// The first concern of its thread, under which replies are kept and sealed.
    package var threadID: ConcernID { summary.thread ?? summary.id }
}

/// A decision as it stands in the record.
package struct PastDecision: Hashable, Sendable {
    package let decision: ModerationDecision
    package let urgency: Urgency
    package let areas: [JudgementArea]
    package let by: String
    package let on: Day
    /// Why it was held or refused, or by which way it was passed on; nil for what was accepted.
    package let reason: DeskCode?
    /// The last day of a hold.
    package let until: Day?
    package let isUndone: Bool
}

/// An accepted concern's moderated words, among which the desk looks for the same voice.
package struct HeardBefore: Sendable {
    package let voice: Voice
    package let text: ModeratedText
}
