package import Concerns
package import Foundation

/// An undecided concern with the sealed time by which it should be decided.
package struct QueuedConcern: Sendable {
    package let concern: WaitingConcern
    /// Nil where it has none.
    package let due: Due?

    package struct Due: Hashable, Sendable {
        /// The name of the key that closes it.
        package let keyID: Data
        package let sealed: Data

        package init(keyID: Data, sealed: Data) {
            self.keyID = keyID
            self.sealed = sealed
        }
    }

    package init(concern: WaitingConcern, due: Due?) {
        self.concern = concern
        self.due = due
    }
}

/// What became of the queue since somebody last asked.
package enum QueueNews: Sendable {
    /// All that waits.
    case all([QueuedConcern])
    /// The concerns that something was done to, and those of them that wait now.
    case changes(of: [ConcernID], waiting: [QueuedConcern])
}

/// Up to where the queue was read.
package struct QueueEdition: Hashable, Sendable {
    /// SQLite's count of what others wrote to the file; it means something to one connection only.
    let number: Int
}
