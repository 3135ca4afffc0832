import Concerns
import Receiving
import Store
import Triage

/// Says how soon a concern is decided, from the due time that only the board can read.
struct Paces: Sendable {
    let desk: Desk
    let board: QueueBoard
    let dueTimes: DueTimes
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    /// How soon it comes, if it is decided now; unknown where its minute cannot be read, as no figure holds a decision up.
    func pace(of id: ConcernID, seenBy session: Session) async -> Pace {
        let now = secondsNow()
        let list = try? await board.list(
            of: desk, due: dueTimes, openedWith: session.teamKey, on: today(), atSecond: now)
        guard let entry = list?[id], entry.isExact else { return .unknown }
        return Pace(
            due: entry.due, target: dueTimes.targets[entry.concern.urgency], decidedAt: DueMinute(ofSecond: now))
    }
}
