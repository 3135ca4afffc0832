import Concerns
import Pages
import Store
import Triage

/// The view of `desk/queue`: what waits, danger first, and no words of anyone.
struct QueueView: Sendable {
    let token: String
    let notice: String?
    let counts: [Count]
    let rows: [Row]
    let isEmpty: Bool
    let guidance: [GuidanceStep]

    struct Count: Sendable {
        let urgency: String
        let count: String
    }

    struct Row: Sendable {
        let id: String
        /// The beginning of the number, for the link.
        let shortID: String
        let isDanger: Bool
        let urgency: String
        let council: String
        let arrivedOn: String
        let channel: String
        let state: String
    }

    /// - Parameter limit: how many at the most were asked for.
    init(
        _ waiting: [WaitingConcern], limit: Int, notice: String?, guidance: [GuidanceStep], token: String,
        in pages: StaffPages
    ) {
        self.token = token
        self.notice = notice
        counts = Urgency.allCases.compactMap { urgency in
            let count = waiting.count { $0.urgency == urgency }
            guard count > 0 else { return nil }
            // The queue is cut off at its least urgent end, so only the last of these can be short.
            let shown = waiting.count == limit && waiting.last?.urgency == urgency ? "\(count)+" : "\(count)"
            return Count(urgency: pages.said("staffUrgency", urgency.rawValue), count: shown)
        }
        rows = waiting.map { concern in
            Row(
                id: concern.id.description, shortID: String(concern.id.description.prefix(6)),
                isDanger: concern.urgency == .dangerNow,
                urgency: pages.said("staffUrgency", concern.urgency.rawValue),
                council: pages.name(of: concern.authority), arrivedOn: concern.arrivedOn.description,
                channel: pages.said("staffChannel", concern.channel.rawValue),
                state: pages.said("staffState", concern.state.rawValue))
        }
        isEmpty = waiting.isEmpty
        self.guidance = guidance
    }
}
