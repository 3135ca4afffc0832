import Concerns
import Store
import Triage

/// A concern in the queue with the time by which somebody should have decided it.
struct QueueEntry: Sendable {
    let concern: WaitingConcern
    /// Where no due time can be read, as late as the day on which it came allows; where it was held, from the day on which
    /// it waits again.
    let due: DueMinute
    /// Whether it is the minute itself, and not worked out from a day.
    let isExact: Bool
    /// Whether it is held until a later day, or was handed on, with a second moderator's word where it needs one.
    ///
    /// It then stands behind what waits under the same urgency, so that no danger is ever behind what is none.
    let rests: Bool

    /// - Parameter opened: the sealed due time; nil where there is none or nobody can open it.
    init(_ concern: WaitingConcern, due opened: DueMinute?, targets: QueueTargets, on today: Day) {
        self.concern = concern
        let isHeldOn = concern.heldUntil.map { today < $0 } ?? false
        rests = isHeldOn || concern.isHandedOn
        let beginning = concern.heldUntil.map { DueMinute(endOf: $0 + -1) } ?? DueMinute(endOf: concern.arrivedOn)
        due = opened ?? beginning + targets[concern.urgency]
        isExact = opened != nil
    }

    /// Whether it was held, and the day has come.
    var waitsAgain: Bool { concern.state == .held && !rests }

    var order: Order {
        Order(rank: concern.urgency.rank, rests: rests, due: due, id: concern.id.description)
    }

    /// Where it stands: danger first, then what runs out first (X3).
    struct Order: Comparable, Sendable {
        let rank: Int
        let rests: Bool
        let due: DueMinute
        /// Random, so that it only keeps the order from changing between two looks.
        let id: String

        static func < (one: Self, other: Self) -> Bool {
            if one.rank != other.rank { return one.rank < other.rank }
            if one.rests != other.rests { return other.rests }
            return one.due == other.due ? one.id < other.id : one.due < other.due
        }
    }
}
