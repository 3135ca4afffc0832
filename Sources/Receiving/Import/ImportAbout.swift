package import Concerns
package import Foundation

/// What whoever hands mail in says about it, beside what each message says of itself.
package struct ImportAbout: Sendable {
    /// The council: of the command line, of a folder, or as an advocate put it right.
    package var authority: GSSCode?
    /// Whether that holds against what the message says; otherwise it serves only messages that name none.
    package var isAuthorityCertain = false
    /// Nil where only the message's own wish counts.
    ///
    /// Words go to inspectors only if nobody asked that they be counted alone.
    package var sharing: Sharing?
    /// Nil takes letters for paper and all else for mail, unless the message says otherwise.
    package var channel: Channel?
    /// How many children it speaks for; nil takes what the message says.
    package var children: Int?
    /// The day it came, where that is not today: for messages that were held elsewhere first.
    package var arrivedOn: Day?
    /// Whether a receipt is made, to hand to the child.
    package var wantsReceipt = false
    /// Whose account handed it in, since a receipt is made again for nobody else; empty for the command line.
    package var handedInBy = ""
    /// Bytes that no other message has: an advocate says that the same words came from another child.
    package var anotherChild: Data?

    package init() {}
}
