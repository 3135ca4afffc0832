import Concerns
import Pages
import Store
import Triage

/// The view of `desk/text`: what inspectors read of an accepted concern, and the form that changes it.
///
/// Only moderators are ever shown it; it holds the words.
struct TextView: Sendable {
    let token: String
    let id: String
    let shortID: String
    let changesSeen: Int
    let hasProblems: Bool
    let problems: [ProblemLine]
    let textProblem: String?
    /// What inspectors read now; nil where it is only counted.
    let current: String?
    /// What they would read; nil where nobody asked.
    let preview: String?
    let pieces: [MarkedWords.Piece]
    let isRead: Bool
    let isSplit: Bool
    let rows: [ReviewView.Row]
    let hasRows: Bool
    let additions: [ReviewView.Addition]
    let urgencies: [Choice]
    let urgencyProblem: String?
    let areas: [Choice]
    let areaProblem: String?
    let mustConfirm: Bool
    /// Nil where nothing narrows the text down to few children, or nobody reads it.
    let risk: RiskView?
    let identifiersLeft: [String]
    let confirmsIdentifiers: Bool
    /// Who changed it before, and when.
    let history: [Change]
    let hasHistory: Bool

    struct Change: Sendable {
        let day: String
        let by: String
    }

    /// - Parameters:
    ///   - text: what the form would leave; nil where nothing was sent yet.
    ///   - identifiersLeft: what leads to a person in it.
    init(
        _ opened: OpenedConcern, _ form: ReviewForm, redactions: [Redaction], text: ModeratedText?,
        identifiersLeft: [String] = [], risk: ReidentificationRisk?, problems wrong: FormProblems, session: Session,
        in pages: StaffPages
    ) {
        let (concern, words) = (opened.concern, pages.words)
        token = session.formToken.text
        id = concern.summary.id.description
        shortID = String(id.prefix(6))
        changesSeen = concern.changes
        hasProblems = !wrong.all.isEmpty
        problems = wrong.lines(in: words)
        textProblem = wrong.says("text", in: words)
        current = concern.text?.description
        preview = text?.description
        isRead = concern.sharing == .words
        isSplit = !opened.splitOff.isEmpty
        pieces = MarkedWords(opened.told.original, concern.sharing == .words ? redactions : []).pieces
        rows = ReviewView.rows(
            form, opened.told.original, FindReasons(opened.suggestion.finds, in: pages), wrong, in: pages)
        hasRows = !rows.isEmpty
        additions = ReviewView.additions(form, wrong, in: pages)
        urgencies = pages.choices(Urgency.self, "staffUrgency") { $0 == form.urgency }
            .filter { $0.value != Urgency.spam.rawValue }
        urgencyProblem = wrong.says("urgency", in: words)
        areas = pages.choices(JudgementArea.self, "staffArea") { form.areas.contains($0) }
        areaProblem = wrong.says("area", in: words)
        mustConfirm = !identifiersLeft.isEmpty
        self.risk = risk.flatMap {
            RiskView(
                $0, in: opened.told.original, confirms: form.confirmsRisk,
                problem: wrong.says("confirm_risk", in: words), words: words)
        }
        self.identifiersLeft = identifiersLeft
        confirmsIdentifiers = form.confirmsIdentifiers
        history = concern.notes.filter { $0.kind == .text }.map { Change(day: $0.on.description, by: $0.by) }
        hasHistory = !history.isEmpty
    }
}
