package import Concerns
package import Inbox

/// What became of a message that was handed in.
package struct Imported: Sendable {
    /// Its place in its source.
    package let index: Int
    package let outcome: InboxOutcome
    package let reason: String
    /// Made only where it was asked for; the same again for a message that was kept with one in the last two days.
    package let receipt: Receipt?
    /// The concern that was made of it now; nil for what was there before or was not imported.
    package let concern: ConcernID?
    package let authority: GSSCode?
    package let isDanger: Bool
}
