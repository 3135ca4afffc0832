import Concerns
import Store

/// A concern in the queue with the time by which somebody should have decided it.
struct QueueEntry: Sendable {
    let concern: WaitingConcern
    /// Where no due time can be read, as late as the day on which it came allows.
    let due: DueMinute
    /// Whether it is the minute itself, and not worked out from the day.
    let isExact: Bool

    var order: Order { Order(rank: concern.urgency.rank, due: due, id: concern.id.description) }

    /// Where it stands: danger first, then what runs out first (X3).
    struct Order: Comparable, Sendable {
        let rank: Int
        let due: DueMinute
        /// Random, so that it only keeps the order from changing between two looks.
        let id: String

        static func < (one: Self, other: Self) -> Bool {
            if one.rank != other.rank { return one.rank < other.rank }
            return one.due == other.due ? one.id < other.id : one.due < other.due
        }
    }
}
