package import Concerns
package import Inbox

/// What became of a message that was handed in.
package struct Imported: Sendable {
    /// Its place in its source.
    package let index: Int
    package let outcome: InboxOutcome
    package let reason: String
    /// What of the reason may be kept and counted; see ``Weighed/cause``.
    package let cause: String
    /// Whether a person must look at the source: it is in quarantine, or could not be kept.
    package let isForAPerson: Bool
    /// Made only where it was asked for; the same again for a message that was kept with one in the last two days.
    package let receipt: Receipt?
    /// The concern that was made of it now; nil for what was there before or was not imported.
    package let concern: ConcernID?
    package let authority: GSSCode?
    package let isDanger: Bool
}
