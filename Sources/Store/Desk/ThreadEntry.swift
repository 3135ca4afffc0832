package import Concerns

/// Another message of a concern's thread, as the desk shows it beside: no words but moderated ones.
package struct ThreadEntry: Hashable, Sendable, Identifiable {
    package let id: ConcernID
    package let arrivedOn: Day
    package let state: ConcernState
    package let isWithdrawn: Bool
    /// Whether it came before the one on the desk.
    package let isEarlier: Bool
    /// What inspectors may read of it; nil where it is not accepted or only counted.
    package let text: ModeratedText?
}

/// What else there is in a concern's thread.
package struct ThreadBeside: Hashable, Sendable {
    /// The first message, then what was added, oldest first; without the one on the desk.
    package let messages: [ThreadEntry]
    /// The months in which answers were written, such as `2026-11`; nobody at the desk can read those.
    package let repliesWrittenIn: [String]
}
