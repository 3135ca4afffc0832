import Concerns
import Pages
import Store

/// The view of `desk/merging`: whose words would be joined, before they are.
///
/// Only moderators are ever shown it; it holds words.
struct MergingView: Sendable {
    /// So many letters are enough to know a message by.
    private static let longestBeginning = 300

    let token: String
    let id: String
    let shortID: String
    /// How many decisions the page was made after; the form brings it back.
    let decisionsSeen: Int
    /// The whole number of the other concern.
    let mergeWith: String
    /// How both stand.
    let confirmed: String
    let problem: String?
    /// Both, the graver first.
    let sides: [Side]

    struct Side: Sendable {
        let title: String
        let id: String
        let shortID: String
        let isDanger: Bool
        let facts: [ReviewView.Fact]
        /// How it begins; nil where nothing of it may be shown here.
        let beginning: String?
        /// What the beginning is taken from, or why there is none.
        let says: String
    }

    /// - Parameters:
    ///   - words: the other's original; nil where the moderator does not have it open.
    ///   - wrong: the key of what is wrong; nil where nothing is.
    init(
        _ opened: OpenedConcern, with other: DeskConcern, _ words: Original?, _ threads: ThreadsToMerge,
        problem wrong: String?, session: Session, in pages: StaffPages
    ) {
        let concern = opened.concern
        token = session.formToken.text
        id = concern.summary.id.description
        shortID = String(id.prefix(6))
        decisionsSeen = concern.changes
        mergeWith = other.summary.id.description
        confirmed = threads.standing
        problem = wrong.map { pages.words($0) }
        let own = Side(concern, opened.told.original, threads.own, title: "mergingOwn", in: pages)
        let others = Side(other, words, threads.other, title: "mergingOther", in: pages)
        sides = threads.other.urgency > threads.own.urgency ? [others, own] : [own, others]
    }

    fileprivate static func beginning(of text: String) -> String {
        let start = text.prefix(longestBeginning)
        return SeenText.words(String(start)) + (start.endIndex < text.endIndex ? " …" : "")
    }
}

extension MergingView.Side {
    fileprivate init(
        _ concern: DeskConcern, _ original: Original?, _ thread: ThreadToMerge, title: String, in pages: StaffPages
    ) {
        let summary = concern.summary
        func fact(_ label: String, _ value: String) -> ReviewView.Fact {
            ReviewView.Fact(label: pages.words(label), value: value)
        }
        let beginning = original?.words ?? concern.text?.description
        let says =
            if original != nil {
                "mergingBeginning"
            } else if concern.text != nil {
                "mergingRead"
            } else if concern.key == nil {
                "mergingErased"
            } else if !summary.state.isOpen {
                "mergingDecided"
            } else {
                "mergingClosed"
            }
        self.init(
            title: pages.words(title), id: summary.id.description, shortID: String(summary.id.description.prefix(6)),
            isDanger: thread.urgency == .dangerNow,
            facts: [
                fact("columnUrgency", pages.said("staffUrgency", thread.urgency.rawValue)),
                fact("columnCouncil", pages.name(of: summary.authority)),
                fact("columnArrived", summary.arrivedOn.description),
                fact("columnState", pages.state(of: summary)),
                fact("mergingMessages", "\(thread.messages)"),
            ],
            beginning: beginning.map(MergingView.beginning), says: pages.words(says))
    }
}
