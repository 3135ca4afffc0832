import Concerns
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// Opens originals for a signed-in moderator and says what the rules make of them.
struct DeskReader: Sendable {
    let desk: Desk
    let triage: Triage
    let rules: ModerationRules
    let drafts: Drafts
    let likeness: LikenessFinder
    let stretches: Stretches

    /// Opens an original; nobody reads one without a line in the log, which is written before this returns.
    ///
    /// - Parameter authority: the one chosen so far, among whose concerns the same voice is looked for; nil takes the
    ///   concern's own.
    /// - Parameter isAccepted: whether it is an accepted one, opened to change what is read of it.
    /// - Throws: ``StaysClosed`` when the words cannot or need not be opened, ``StoreProblem``.
    func open(
        _ concern: DeskConcern, about authority: GSSCode? = nil, isAccepted: Bool = false, for session: Session,
        on day: Day
    ) async throws -> OpenedConcern {
        let state = concern.summary.state
        guard isAccepted ? state == .accepted : state.isOpen else { throw StaysClosed.decided }
        guard let key = concern.key else { throw concern.summary.isWithdrawn ? StaysClosed.takenBack : .erased }
        guard let teamKey = session.teamKey else { throw StaysClosed.noKey }
        let sealed = SealedOriginal(words: concern.words, key: key)
        guard let told = try? OriginalOpener(teamKey: teamKey).open(sealed, of: concern.summary.id) else {
            throw StaysClosed.unreadable
        }
        let notes = NoteOpener(teamKey: teamKey)
        guard let splitOff = try? concern.stretches(.split, of: told.original, with: notes),
            let marks = try? concern.stretches(.marks, of: told.original, with: notes)
        else { throw StaysClosed.unreadable }
        try await desk.noteOpened(concern.summary.id, by: session.name, on: day)
        let suggestion = triage.suggestion(for: told.original, channel: concern.summary.channel)
        // Each before the value that holds them: awaited among its arguments, optimised code freed them in the wrong order.
        let thread = try await desk.thread(beside: concern)
        let kept = try await drafts.kept(about: concern.summary.id, teamKey: teamKey)
        let alike = try await likeness.likeness(
            of: told, in: concern, about: authority ?? concern.summary.authority, teamKey: teamKey, by: session.name,
            on: day)
        let opened = OpenedConcern(
            concern: concern, told: told, suggestion: suggestion,
            grounds: triage.grounds(of: told.original, urgency: suggestion.urgency), thread: thread, drafts: kept,
            ticket: drafts.ticket(about: concern.summary.id, for: session),
            councilSoundsLikeDanger: told.councilTyped.map { triage.soundsLikeDanger(Original($0)) } ?? false,
            likeness: alike, splitOff: splitOff, marks: marks)
        if opened.urgency == .dangerNow {
            await stretches.noteDanger(concern.summary.id, openedBy: session.name)
        }
        return opened
    }

    /// How many children what is left of the words could be about.
    func risk(
        of opened: OpenedConcern, without redactions: [Redaction], about authority: Authority?
    ) -> ReidentificationRisk {
        triage.risk(
            of: opened.told.original, without: redactions, finds: opened.suggestion.redactions,
            among: authority?.childrenInCare)
    }

    /// What leads to a person and is still in the text, as it stands there.
    ///
    /// It is what was suggested about the original and not taken out, and what shows only in the text that is left.
    func identifiers(
        leftIn text: ModeratedText, of opened: OpenedConcern, without redactions: [Redaction]
    ) -> [String] {
        let taken = redactions.reduce(into: Set<Int>()) { $0.formUnion($1.scalars) }
        let suggested = opened.suggestion.redactions.filter { !taken.isSuperset(of: $0.scalars) }
        let left = Original(text.description)
        let found = triage.suggestion(for: left, channel: opened.concern.summary.channel).redactions
        let words = Self.words(suggested, in: opened.told.original) + Self.words(found, in: left)
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    private static func words(_ redactions: [Redaction], in original: Original) -> [String] {
        let scalars = Array(original.words.unicodeScalars)
        return redactions.filter(\.kind.leadsToAPerson).map { redaction in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[redaction.scalars])
            return String(view)
        }
    }

}

extension IdentifierKind {
    /// Whether it leads to a person or a place, so that none may be left in without a second look.
    fileprivate var leadsToAPerson: Bool {
        switch self {
        case .age, .date, .title: false
        default: true
        }
    }
}
