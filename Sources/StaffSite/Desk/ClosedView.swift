import Concerns
import Pages
import Store
import Triage

/// The view of `desk/closed`: a concern whose words are not opened, and what was decided about it.
struct ClosedView: Sendable {
    let token: String
    let shortID: String
    let says: String
    /// What was filled in before the concern was found decided; empty where nothing was.
    let typed: [ReviewView.Fact]
    let hasTyped: Bool
    let history: [ReviewView.History]
    let hasHistory: Bool
    /// The address at which what inspectors read of it is changed; nil where there is nothing to change.
    let changing: String?
    /// What is changed there: what is read, or how it is counted.
    let changingSays: String
    /// The address of what was passed on about it; nil where nothing was.
    let records: String?

    init(
        _ concern: DeskConcern, says: String, typed: ReviewForm?, rules: DecisionRules, token: String,
        in pages: StaffPages
    ) {
        self.token = token
        shortID = String(concern.summary.id.description.prefix(6))
        self.says = says
        self.typed = typed.map { ReviewView.filledIn($0, in: pages) } ?? []
        hasTyped = !self.typed.isEmpty
        history = ReviewView.History.all(of: concern, rules, in: pages)
        hasHistory = !history.isEmpty
        let address = "/desk/\(concern.summary.id)"
        changing = concern.summary.state == .accepted && concern.key != nil ? address + "/text" : nil
        changingSays = pages.words(concern.sharing == .counted ? "changingLinkCounted" : "changingLink")
        records = concern.safeguardingRecords > 0 ? address + "/safeguarding" : nil
    }
}

/// Why an original is not opened.
enum StaysClosed: Error, Hashable, Sendable {
    /// It was decided; nobody needs its words any more.
    case decided
    /// It was decided while this moderator filled the form in.
    case decidedMeanwhile
    /// This moderator decided it themselves, in another window.
    case decidedInOtherWindow
    /// Its key was erased.
    case erased
    /// The young person took it back, and its words were erased.
    case takenBack
    /// This account has no copy of the team's key.
    case noKey
    /// The seal does not open with the team's key.
    case unreadable
    /// It was in quarantine, and someone made this of it.
    case settled(QuarantineOutcome)

    /// The key of the words that say so.
    var key: String {
        switch self {
        case .decided: "closedDecided"
        case .decidedMeanwhile: "closedDecidedMeanwhile"
        case .decidedInOtherWindow: "closedDecidedByYou"
        case .erased: "closedErased"
        case .takenBack: "closedTakenBack"
        case .noKey: "closedNoKey"
        case .unreadable: "closedUnreadable"
        case .settled(.taken): "closedTaken"
        case .settled(.setAside): "closedSetAside"
        }
    }
}
