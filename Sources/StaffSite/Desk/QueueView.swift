import Concerns
import Pages
import Store
import Triage

/// The view of `desk/queue`: what waits, danger first, and no words of anyone.
struct QueueView: Sendable {
    let token: String
    let notice: String?
    /// What this moderator did last, while it may be undone; nil else.
    let undo: UndoOffer?
    /// How many wait in quarantine.
    let quarantined: String
    /// That some of them sound like danger; nil where none do.
    let quarantinedDanger: String?
    let marks: QualityMarks
    /// That danger waits in the queue; nil where none does.
    let danger: Danger?
    /// How many wait in all, whatever is filtered.
    let counts: [Count]
    let rows: [Row]
    /// Whether nothing waits at all.
    let isEmpty: Bool
    /// Whether something waits, and the filter lets none of it through.
    let isFilteredOut: Bool
    let filter: Filter
    let caption: String
    /// This very page, to look again.
    let again: String
    /// The addresses of the pages beside this one; nil at the ends.
    let earlier: String?
    let later: String?
    let guidance: [GuidanceStep]

    struct Danger: Sendable {
        let says: String
        /// The one that runs out first.
        let first: String
    }

    struct Count: Sendable {
        let urgency: String
        let count: String
        /// How many of the danger was handed on, which the strip above leaves out; nil where none was.
        let handedOn: String?
    }

    /// What can be chosen, and what is.
    struct Filter: Sendable {
        let isSet: Bool
        let urgencies: [Choice]
        let councilChoices: [Choice]
        let channels: [Choice]
        let states: [Choice]
        let isMine: Bool
        let isLate: Bool
    }

    struct Row: Sendable {
        let id: String
        /// The beginning of the number, for the link.
        let shortID: String
        let isDanger: Bool
        let urgency: String
        let due: String
        let isLate: Bool
        /// Whether less than a quarter of its time is left.
        let isSoon: Bool
        let council: String
        let arrivedOn: String
        let channel: String
        let state: String
        /// Who has it and for how long; nil where nobody has.
        let claimedBy: String?
        /// The message that it adds to; nil for a first one.
        let addsTo: EarlierMessage?
        /// Whether it was taken back and waits for safety's sake alone.
        let isWithdrawn: Bool
        /// That copies of it came from many; nil where they did not.
        let campaign: String?
    }
}
