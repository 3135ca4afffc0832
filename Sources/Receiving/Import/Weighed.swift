package import Concerns
package import Inbox

/// What would be made of a message, before anything is kept.
package struct Weighed: Sendable {
    package let outcome: InboxOutcome
    /// A sentence or some for a person, without any words of the message.
    package let reason: String
    package let council: CouncilGuess
    /// Nil where no words could be read.
    package let urgency: Urgency?
    /// BCP 47; nil where it is not plain.
    package let language: String?

    package var isDanger: Bool { urgency == .dangerNow }

    package init(outcome: InboxOutcome, reason: String, council: CouncilGuess, urgency: Urgency?, language: String?) {
        self.outcome = outcome
        self.reason = reason
        self.council = council
        self.urgency = urgency
        self.language = language
    }
}
