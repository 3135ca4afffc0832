import Concerns
import Pages
import Sealing
import Store
import Triage
import Unsealing

/// Opens originals for a signed-in moderator and says what the rules make of them.
struct DeskReader: Sendable {
    /// Newest accepted concerns that are compared with the one on the desk.
    private static let compared = 100
    /// So alike two texts may be of one voice, 0 to 1; the moderator decides.
    private static let alike = 0.2
    private static let mostLikely = 3

    let desk: Desk
    let triage: Triage
    let rules: ModerationRules
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
        let opened = OpenedConcern(
            concern: concern, told: told,
            suggestion: triage.suggestion(for: told.original, channel: concern.summary.channel),
            councilSoundsLikeDanger: told.councilTyped.map { triage.soundsLikeDanger(Original($0)) } ?? false,
            likelyVoices: try await likelyVoices(
                for: told.original, of: concern.threadID, about: authority ?? concern.summary.authority))
        if opened.urgency == .dangerNow {
            await stretches.noteDanger(concern.summary.id, openedBy: session.name)
        }
        return opened
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

    /// The thread's own messages are passed over: that they are one voice needs nobody's choice.
    private func likelyVoices(
        for original: Original, of thread: ConcernID, about authority: GSSCode?
    ) async throws -> [LikelyVoice] {
        guard let authority else { return [] }
        let before = try await desk.heardBefore(about: authority, limit: Self.compared)
        let alike = before.filter { $0.voice != Voice(of: thread) }
            .map { ($0, likeness(of: original.words, to: $0.text.description)) }
            .filter { $0.1 >= Self.alike }
            .sorted { $0.1 > $1.1 }
        return alike.prefix(Self.mostLikely).map { heard, likeness in
            LikelyVoice(voice: heard.voice, text: heard.text, percent: Int((likeness * 100).rounded()))
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
