import Concerns
import Pages
import Store

extension StaffPages {
    /// A stretch of time in the largest unit that says enough: minutes up to an hour, hours up to two days, then days.
    func span(minutes: Int) -> String {
        switch minutes {
        case ..<1: words("spanNoMinute")
        case 1: words("spanOneMinute")
        case ..<60: words("spanMinutes", ["count": "\(minutes)"])
        case ..<120: words("spanOneHour")
        case ..<2_880: words("spanHours", ["count": "\(minutes / 60)"])
        default: words("spanDays", ["count": "\(minutes / 1_440)"])
        }
    }

    /// By when a concern is due, in words; of one whose minute nobody can read, since which day it waits.
    func due(_ entry: QueueEntry, at now: DueMinute) -> String {
        guard entry.isExact else { return words("dueSince", ["day": entry.concern.arrivedOn.description]) }
        let left = entry.due - now
        if left == 0 { return words("dueNow") }
        return words(left > 0 ? "dueIn" : "dueLateBy", ["span": span(minutes: abs(left))])
    }
}
