import Concerns
import Pages
import Store
import Triage

/// The view of `desk/queue`: what waits, danger first, and no words of anyone.
struct QueueView: Sendable {
    let token: String
    let notice: String?
    /// How many wait in quarantine.
    let quarantined: String
    /// That some of them sound like danger; nil where none do.
    let quarantinedDanger: String?
    let marks: QualityMarks
    let counts: [Count]
    let rows: [Row]
    let isEmpty: Bool
    let caption: String
    /// The addresses of the pages beside this one; nil at the ends.
    let earlier: String?
    let later: String?
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
        /// The message that it adds to; nil for a first one.
        let addsTo: EarlierMessage?
        /// Whether it was taken back and waits for safety's sake alone.
        let isWithdrawn: Bool
        /// That copies of it came from many; nil where they did not.
        let campaign: String?
    }

    /// - Parameters:
    ///   - waiting: those of one page.
    ///   - all: how many wait on all pages.
    ///   - campaigns: of which of them copies came from many, and from how many.
    ///   - quarantine: how many wait there.
    init(
        _ waiting: [WaitingConcern], counts all: [Urgency: Int], campaigns: [ConcernID: Int], page: PageNumber,
        quarantine: QuarantineCounts, marks: QualityMarks, notice: String?, rules: ModerationRules, token: String,
        in pages: StaffPages
    ) {
        self.token = token
        self.notice = notice
        self.marks = marks
        quarantined = pages.words("queueQuarantine", ["count": "\(quarantine.waiting)"])
        quarantinedDanger =
            quarantine.danger > 0
            ? pages.words("queueQuarantineDanger", ["count": "\(quarantine.danger)"]) : nil
        counts = Urgency.allCases.compactMap { urgency in
            all[urgency].map { Count(urgency: pages.said("staffUrgency", urgency.rawValue), count: "\($0)") }
        }
        caption = pages.words(
            "queueCaption",
            [
                "from": "\(page.shown?.lowerBound ?? 0)", "to": "\(page.shown?.upperBound ?? 0)",
                "count": "\(page.count)",
            ])
        earlier = page.before.map { "/desk?page=\($0)" }
        later = page.after.map { "/desk?page=\($0)" }
        rows = waiting.map { concern in
            Row(
                id: concern.id.description, shortID: String(concern.id.description.prefix(6)),
                isDanger: concern.urgency == .dangerNow,
                urgency: pages.said("staffUrgency", concern.urgency.rawValue),
                council: pages.name(of: concern.authority), arrivedOn: concern.arrivedOn.description,
                channel: pages.said("staffChannel", concern.channel.rawValue),
                state: pages.said("staffState", concern.state.rawValue), addsTo: EarlierMessage(before: concern),
                isWithdrawn: concern.isWithdrawn,
                campaign: campaigns[concern.id].map { LikenessView.campaign($0, by: rules.likeness, in: pages) })
        }
        isEmpty = waiting.isEmpty
        guidance = rules.guidance
    }
}
