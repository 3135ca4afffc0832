package import Concerns
package import Inbox

/// What would be made of a message, before anything is kept.
package struct Weighed: Sendable {
    package let outcome: InboxOutcome
    /// A sentence or some for a person, without any words of the message.
    package var reason: String {
        ([outcomeReason] + corrections + [councilNote].compactMap { $0 }).joined(separator: " ")
    }
    /// The reason alone.
    package let outcomeReason: String
    /// What it says about itself and was not understood, a sentence each.
    package let corrections: [String]
    /// Set where its line for the council names none that is certain.
    package let councilNote: String?
    /// What of the reason is kept: nothing for what was imported, and of the rest only what many messages have in common.
    ///
    /// What was mended in a message, and how many attachments it had, would tell it from others.
    package let cause: String
    package let council: CouncilGuess
    /// Nil where no words could be read.
    package let urgency: Urgency?
    /// BCP 47; nil where it is not plain.
    package let language: String?

    /// The same, for a person to look at first.
    func setAside(_ cause: String) -> Weighed {
        Weighed(
            outcome: .quarantined, reason: cause, cause: cause, council: council, urgency: urgency, language: language)
    }

    package var isDanger: Bool { urgency == .dangerNow }

    package init(
        outcome: InboxOutcome, reason: String, corrections: [String] = [], councilNote: String? = nil, cause: String,
        council: CouncilGuess,
        urgency: Urgency?, language: String?
    ) {
        self.outcome = outcome
        outcomeReason = reason
        self.corrections = corrections
        self.councilNote = councilNote
        self.cause = cause
        self.council = council
        self.urgency = urgency
        self.language = language
    }
}
