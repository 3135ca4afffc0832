package import Concerns
package import Foundation

/// What one moderator began to fill in about a concern, closed for the moderators.
package struct SealedDraft: Hashable, Sendable {
    package let concern: ConcernID
    /// The account's name.
    package let author: String
    package let sealed: Data

    package init(concern: ConcernID, author: String, sealed: Data) {
        self.concern = concern
        self.author = author
        self.sealed = sealed
    }
}
