import Concerns
import Concerns
import Store

/// The first message of a thread, for a link from what adds to it.
struct EarlierMessage: Sendable {
    let id: String
    /// The beginning of the number, for the link.
    let shortID: String

    /// - Returns: nil for a first message.
    init?(before concern: WaitingConcern) {
        guard let thread = concern.thread?.description else { return nil }
        id = thread
        shortID = String(thread.prefix(6))
    }
}
