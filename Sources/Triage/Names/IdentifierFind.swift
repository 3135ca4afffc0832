package import Concerns

/// A stretch that could identify somebody, with why it was found and how sure that is.
package struct IdentifierFind: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        /// A rule of `redaction.yaml`, or the shape of a number or account.
        case rule
        /// The words around it, by the weights learnt from labelled messages.
        case context
        /// The same name stands elsewhere in the message.
        case mentionedBefore
    }

    package let redaction: Redaction
    package let reason: Reason
    /// From 0 to 1; a share of such finds in labelled messages, roughly.
    package let confidence: Float

    init(_ redaction: Redaction, because reason: Reason, confidence: Float) {
        self.redaction = redaction
        self.reason = reason
        self.confidence = confidence
    }
}
