import Concerns
import Pages
import Store

/// The view of `desk/closed`: a concern whose words are not opened, and what was decided about it.
struct ClosedView: Sendable {
    let token: String
    let shortID: String
    let says: String
    /// What was chosen before the concern was found decided; empty where it was only to be opened.
    let typed: [ReviewView.Fact]
    let hasTyped: Bool
    /// The answer that was typed before the concern was found decided; nil where there is none.
    let reply: String?
    let history: [ReviewView.History]
    let hasHistory: Bool

    /// - Parameter form: what was sent all the same; nil where the concern was only to be opened.
    init(_ concern: DeskConcern, says: String, form: ReviewForm? = nil, token: String, in pages: StaffPages) {
        self.token = token
        shortID = String(concern.summary.id.description.prefix(6))
        self.says = says
        typed = form?.typed(in: pages) ?? []
        hasTyped = !typed.isEmpty
        reply = form.flatMap { $0.reply.isEmpty ? nil : $0.reply }
        history = concern.decisions.map { ReviewView.History($0, in: pages) }
        hasHistory = !history.isEmpty
    }
}

extension ReviewView.History {
    init(_ past: PastDecision, in pages: StaffPages) {
        self.init(
            day: past.on.description, decision: pages.said("staffDecision", past.decision.rawValue), by: past.by)
    }
}

/// Why an original is not opened.
enum StaysClosed: Error, Hashable, Sendable {
    /// It was decided; nobody needs its words any more.
    case decided
    /// It was decided while this moderator filled the form in.
    case decidedMeanwhile
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
        case .erased: "closedErased"
        case .takenBack: "closedTakenBack"
        case .noKey: "closedNoKey"
        case .unreadable: "closedUnreadable"
        case .settled(.taken): "closedTaken"
        case .settled(.setAside): "closedSetAside"
        }
    }
}
