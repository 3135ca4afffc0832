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
}

/// One concern with its closed words, as the desk opens it.
package struct DeskConcern: Sendable {
    package let summary: WaitingConcern
    package let sharing: Sharing
    /// The words, sealed under the concern's own key.
    package let words: Data
    /// The concern's own key, sealed to the moderators; nil once it was erased.
    package let key: Data?
    /// Seals replies; nil where there is no receipt.
    package let replyKey: Data?
    /// Decisions so far, oldest first.
    package let decisions: [PastDecision]
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
