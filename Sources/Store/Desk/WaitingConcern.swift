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
}

/// An accepted concern's moderated words, among which the desk looks for the same voice.
package struct HeardBefore: Sendable {
    package let voice: Voice
    package let text: ModeratedText
}
