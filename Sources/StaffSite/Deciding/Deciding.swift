import Concerns
import Foundation
import Pages
import Receiving
import Sealing
import Store
import Triage
import Unsealing

/// Does at the desk what a moderator's form asks for: closes what must be closed, and keeps what can be undone.
struct Deciding: Sendable {
    let desk: Desk
    let rules: ModerationRules
    let last: LastDone
    let dueTimes: DueTimes
    let today: @Sendable () -> Day
    let secondsNow: @Sendable () -> Int

    /// The answer that is sent: what the moderator wrote, after the prepared one that was chosen; where they wrote nothing
    /// and left it to the reason, the one that goes with it.
    ///
    /// - Returns: nil where nothing is sent.
    /// - Throws: ``FormProblems`` when there is no such prepared answer, it would be untrue for what may only be counted, both
    ///   together are too long, or nothing is sent that could ask something.
    func answer(
        in form: ReviewForm, to sharing: Sharing, canReply: Bool
    ) throws(FormProblems) -> Answer? {
        let own = form.reply.allSatisfy(\.isWhitespace) ? nil : form.reply
        var prepared: Reply?
        if form.preparedReply == DecidingForm.answerOfReason {
            prepared = canReply && own == nil ? answerOfReason(in: form) : nil
        } else if !form.preparedReply.isEmpty {
            prepared = rules.replies.first { $0.key == form.preparedReply }
            guard prepared?.fits(sharing) == true else { throw FormProblems("reply", says: "replyIsUnknown") }
        }
        let words = [prepared?.words, own].compactMap { $0 }.joined(separator: "\n\n")
        if words.unicodeScalars.count > Answer.longest { throw FormProblems("reply", says: "replyIsTooLong") }
        if words.isEmpty {
            if form.asks { throw FormProblems("asks", says: "answerAsksNothing") }
            return nil
        }
        return Answer(words: words, asks: form.asks || prepared?.asks == true)
    }

    private func answerOfReason(in form: ReviewForm) -> Reply? {
        let key = form.deciding.reason(for: form.decision, in: rules.decisions)?.replyKey
        return rules.replies.first { $0.key == key }
    }

    /// The form with the prepared answer in its box, to be changed there; as it is where that would be untrue.
    func filled(_ form: ReviewForm, to sharing: Sharing) -> ReviewForm {
        var filled = form
        let isOfReason = form.preparedReply == DecidingForm.answerOfReason
        let prepared =
            isOfReason ? answerOfReason(in: form) : rules.replies.first { $0.key == form.preparedReply }
        guard let prepared, prepared.fits(sharing) else { return filled }
        let own = form.reply.allSatisfy(\.isWhitespace) ? nil : form.reply
        filled.reply = [prepared.words, own].compactMap { $0 }.joined(separator: "\n\n")
        filled.preparedReply = ""
        filled.asks = form.asks || prepared.asks
        return filled
    }

    /// What the decision rests on, closed.
    ///
    /// - Throws: ``StaysClosed/noKey`` without the team's key, or as ``Sealer``.
    func closed(_ grounds: FormGrounds?, about id: ConcernID, by session: Session) throws -> DecisionGrounds? {
        switch grounds {
        case nil: return nil
        case .refused(let reason, _): return .refused(reason)
        case .held(let reason, let until, let note):
            let sealed = try note.map { note in
                SealedNote(try sealer(of: session).seal(Data(note.utf8), as: .hold, of: id))
            }
            return .held(reason, until: until, note: sealed)
        case .passedOn(let passedOn, let passesIdentity):
            return .passedOn(try passedOn.record(passesIdentity: passesIdentity, by: sealer(of: session)))
        }
    }

    /// - Throws: as ``closed(_:about:by:)``.
    func closed(_ redactions: [Redaction], as kind: DeskNoteKind, of id: ConcernID, by session: Session) throws
        -> SealedNote
    {
        SealedNote(try sealer(of: session).seal(KeptStretches.encoded(redactions), as: kind, of: id))
    }

    /// The text as it was before a change, closed; empty where it was only counted.
    ///
    /// - Throws: as ``closed(_:about:by:)``.
    func closed(_ text: ModeratedText?, of id: ConcernID, by session: Session) throws -> SealedNote {
        let bytes = Data((text?.description ?? "").utf8)
        return SealedNote(try sealer(of: session).seal(bytes, as: .text, of: id))
    }

    /// What a moderator reads of the originals they can also close; nobody else writes anything down here.
    func sealer(of session: Session) throws -> Sealer {
        guard let key = session.teamKey else { throw StaysClosed.noKey }
        return Sealer(teamKey: try key.publicKey)
    }

    /// Keeps what was done, so that it can be undone for a while.
    func note(_ done: Undoable, by session: Session) async {
        await last.note(done, by: session, atSecond: secondsNow())
    }

    /// What the queue page offers to undo.
    func undoable(by session: Session) async -> Undoable? {
        await last.last(of: session, atSecond: secondsNow())
    }
}
