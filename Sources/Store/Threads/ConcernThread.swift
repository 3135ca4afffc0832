package import Concerns
package import Foundation

/// One young person's thread as its receipt shows it: what became of each message, without any words.
package struct ConcernThread: Sendable {
    /// The first concern, which the receipt was given for.
    package let concern: ConcernID
    package let authority: GSSCode?
    package let teller: Teller?
    package let sharing: Sharing
    /// Whether every message was taken back.
    package let isWithdrawn: Bool
    /// The first message, then what was added, oldest first.
    package let messages: [ThreadMessage]
    /// In the order they were written; each opens only with the receipt.
    package let replies: [SealedReply]
}

/// One message of a thread: where it is on its way.
package struct ThreadMessage: Hashable, Sendable {
    package let arrivedIn: Month
    package let state: ConcernState
    /// The month of the last decision.
    package let decidedIn: Month?
    /// The month in which it was noted that it helped decide what inspectors looked at; nil too where it was taken back.
    package let helpedIn: Month?
    package let isWithdrawn: Bool
    /// Whether it was taken back and its words stay all the same, as someone may be in danger.
    package let isKeptForSafety: Bool
}

/// A moderator's answer, closed for the holder of the receipt.
package struct SealedReply: Hashable, Sendable {
    /// A month, such as `2026-11`.
    package let writtenIn: String
    package let sealed: Data
    /// Whether it asks something.
    package let asks: Bool
}
