import Concerns
import Pages
import Store
import Triage

/// The view of `desk/review`: one original with what is suggested about it, and the form that decides.
///
/// Only moderators are ever shown it; it holds the words.
struct ReviewView: Sendable {
    let token: String
    let id: String
    let shortID: String
    /// How many decisions the page shows; the form brings it back.
    let decisionsSeen: Int
    let facts: [Fact]
    /// The message that it adds to; nil for a first one.
    let addsTo: EarlierMessage?
    /// Whether it was taken back and is kept for safety's sake alone; then it cannot be accepted.
    let isWithdrawn: Bool
    let isDanger: Bool
    let guidance: [GuidanceStep]
    let isOnlyCounted: Bool
    let pieces: [MarkedWords.Piece]
    /// What stood beside the words in the mail that brought them; nil where nothing did.
    let parted: Parted?
    /// The names of the rules that spoke; nil where none did.
    let urgencyReasons: String?
    let hasProblems: Bool
    let problems: [ProblemLine]
    let hasPreview: Bool
    let preview: String
    let rows: [Row]
    let hasRows: Bool
    let additions: [Addition]
    let urgencies: [Choice]
    let urgencyProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let councils: [Choice]
    let council: String
    let councilTyped: String?
    let authorityProblem: String?
    let councilProblem: String?
    let likeness: LikenessView
    /// Nil where nothing narrows the text down to few children, or nobody reads it.
    let risk: RiskView?
    let decisions: [Choice]
    let decisionProblem: String?
    let canReply: Bool
    let preparedReplies: [Choice]
    let reply: String
    let replyProblem: String?
    let asks: Bool
    let asksProblem: String?
    let mustConfirm: Bool
    let identifiersLeft: [String]
    let confirmsIdentifiers: Bool
    let history: [History]
    let hasHistory: Bool

    struct Fact: Sendable {
        let label: String
        let value: String
    }

    /// Quoted and signed text and attachments: nobody's words to us, but they may help to understand them.
    struct Parted: Sendable {
        let quoted: String?
        let signature: String?
        let attachments: [String]
        let hasAttachments: Bool
    }

    struct Row: Sendable {
        let number: Int
        let covers: String
        let start: String
        let end: String
        let isKept: Bool
        let kinds: [Choice]
        let rowProblem: String?
    }

    struct Addition: Sendable {
        let number: Int
        let text: String
        let kinds: [Choice]
        let rowProblem: String?
    }

    struct History: Sendable {
        let day: String
        let decision: String
        let by: String
    }
}
