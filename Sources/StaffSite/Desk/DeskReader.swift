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
    /// - Throws: ``StaysClosed`` when the words cannot or need not be opened, ``StoreProblem``.
    func open(
        _ concern: DeskConcern, about authority: GSSCode? = nil, for session: Session, on day: Day
    ) async throws -> OpenedConcern {
        guard concern.summary.state.isOpen else { throw StaysClosed.decided }
        guard let key = concern.key else { throw concern.summary.isWithdrawn ? StaysClosed.takenBack : .erased }
        guard let teamKey = session.teamKey else { throw StaysClosed.noKey }
        let sealed = SealedOriginal(words: concern.words, key: key)
        guard let told = try? OriginalOpener(teamKey: teamKey).open(sealed, of: concern.summary.id) else {
            throw StaysClosed.unreadable
        }
        try await desk.noteOpened(concern.summary.id, by: session.name, on: day)
        let suggestion = triage.suggestion(for: told.original, channel: concern.summary.channel)
        let opened = OpenedConcern(
            concern: concern, told: told, suggestion: suggestion,
            grounds: triage.grounds(of: told.original, urgency: suggestion.urgency),
            thread: try await desk.thread(beside: concern),
            drafts: try await drafts.kept(about: concern.summary.id, teamKey: teamKey),
            ticket: drafts.ticket(about: concern.summary.id, for: session),
            councilSoundsLikeDanger: told.councilTyped.map { triage.soundsLikeDanger(Original($0)) } ?? false,
            likeness: try await likeness.likeness(
                of: told, in: concern, about: authority ?? concern.summary.authority, teamKey: teamKey,
                by: session.name, on: day))
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

    /// The prepared answer and the moderator's own words, together; nil where there are neither.
    ///
    /// - Throws: ``FormProblems`` when there is no such prepared answer, both together are too long, or nothing is sent that
    ///   could ask something.
    func answer(in form: ReviewForm) throws(FormProblems) -> Answer? {
        let own = form.reply.allSatisfy(\.isWhitespace) ? nil : form.reply
        let prepared = form.preparedReply.isEmpty ? nil : rules.replies.first { $0.key == form.preparedReply }
        if prepared == nil, !form.preparedReply.isEmpty { throw FormProblems("reply", says: "replyIsUnknown") }
        let words = [prepared?.words, own].compactMap { $0 }.joined(separator: "\n\n")
        if words.unicodeScalars.count > Answer.longest { throw FormProblems("reply", says: "replyIsTooLong") }
        if words.isEmpty {
            if form.asks { throw FormProblems("asks", says: "answerAsksNothing") }
            return nil
        }
        return Answer(words: words, asks: form.asks || prepared?.asks == true)
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
