package import Concerns

/// What a message says about itself beside its words: in lines such as `Council: Leeds` on top, or by where it was sent.
///
/// All of it is the sender's and unchecked; nothing here is a word of the young person's.
package struct InboxAbout: Hashable, Sendable {
    /// The council as typed.
    package var council: String?
    /// What follows the plus in a recipient's address, or the folder it lay in, such as `e08000025`.
    package var mailbox: String?
    package var areas: [JudgementArea] = []
    /// How many children the sender speaks for.
    package var children: Int?
    package var ageBand: AgeBand?
    /// BCP 47, such as `pl`.
    package var language: String?
    package var sharing: Sharing?
    package var channel: Channel?
    /// The day on which it was said or written.
    package var sent: Day?
    /// A sentence for each line that was not understood, without its value; such lines stay in the text.
    package var corrections: [String] = []

    package init() {}
}
