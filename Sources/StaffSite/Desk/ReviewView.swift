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
    /// What was split off; it is out of the text, whatever the rows say.
    let splitOff: [SplitOff]
    /// What stood beside the words in the mail that brought them; nil where nothing did.
    let parted: Parted?
    /// Why it is urgent: the rules that spoke with the words that led to it.
    let urgencyReasons: [Reason]
    let hasUrgencyReasons: Bool
    let areaReasons: [Reason]
    let hasAreaReasons: Bool
    /// What moderators began to fill in, but the one that is shown.
    let drafts: [DraftOffer]
    let hasDrafts: Bool
    /// Whose draft the page shows; nil where it shows none.
    let draftShown: String?
    let isOwnDraft: Bool
    /// Lets the form be kept as a draft when the session is over.
    let ticket: String
    let author: String
    /// What was decided since the form was made, and what was filled in; nil where nothing was.
    let clash: Clash?
    let thread: [ThreadMessage]
    let hasThread: Bool
    let threadReplies: String?
    let hasProblems: Bool
    let problems: [ProblemLine]
    /// What inspectors would read.
    let preview: String
    /// Whether that was asked for, and nothing is wrong that must be said before: then the keyboard's focus is there.
    let isPreview: Bool
    let rows: [Row]
    let hasRows: Bool
    /// The kinds with the marks that stand for them, for adding what is selected.
    let markKinds: [MarkKind]
    let additions: [Addition]
    let urgencies: [KeyedChoice]
    let urgencyProblem: String?
    let areas: [KeyedChoice]
    let areaProblem: String?
    let councils: [Choice]
    let council: String
    let councilTyped: String?
    let authorityProblem: String?
    let councilProblem: String?
    let likeness: LikenessView
    /// Nil where nothing narrows the text down to few children, or nobody reads it.
    let risk: RiskView?
    let deciding: DecidingView
    /// The letters after `g`.
    let decisionKeys: [KeyedChoice]
    let mustConfirm: Bool
    let identifiersLeft: [String]
    let confirmsIdentifiers: Bool
    let history: [History]
    let hasHistory: Bool

    struct SplitOff: Sendable {
        let from: Int
        let to: Int
        let mark: String
    }

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
        /// Why it is suggested and how sure that is, or who added it.
        let why: String
        let isUnsure: Bool
        let rowProblem: String?
    }

    /// A choice that a key makes, too.
    struct KeyedChoice: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
        let key: String
    }

    struct MarkKind: Sendable {
        let value: String
        let label: String
        let mark: String
    }

    /// Why something is suggested: in words, with the places that led to it.
    struct Reason: Sendable {
        let says: String
        let quotes: [String]
        let hasQuotes: Bool
    }

    struct DraftOffer: Sendable {
        let says: String
        let address: String
    }

    struct Clash: Sendable {
        /// Whose decision it was: another moderator's, or one's own.
        let title: String
        let decided: [History]
        let typed: [Fact]
    }

    struct ThreadMessage: Sendable {
        let id: String
        let shortID: String
        let says: String
        let text: String?
    }

    struct Addition: Sendable {
        let number: Int
        let text: String
        let kinds: [Choice]
        let rowProblem: String?
    }

    /// What was decided, or done to the accepted text.
    struct History: Sendable {
        let day: String
        let decision: String
        let by: String
        /// Urgency and areas as they were decided; nil for what is no decision.
        let coding: String?
    }
}
