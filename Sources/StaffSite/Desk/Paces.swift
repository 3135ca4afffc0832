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

    var now: DueMinute { DueMinute(ofSecond: secondsNow()) }

    /// Where it stands in the queue; nil where it does not wait or the queue cannot be read, as that holds nothing else up.
    func entry(of id: ConcernID, seenBy session: Session) async -> QueueEntry? {
        let list = try? await board.list(
            of: desk, due: dueTimes, openedWith: session.teamKey, on: today(), atSecond: secondsNow())
        return list?[id]
    }

    /// How soon it comes, if it is decided now; unknown where its minute cannot be read.
    func pace(of id: ConcernID, seenBy session: Session) async -> Pace {
        guard let entry = await entry(of: id, seenBy: session), entry.isExact else { return .unknown }
        return Pace(due: entry.due, target: dueTimes.targets[entry.concern.urgency], decidedAt: now)
    }
}
