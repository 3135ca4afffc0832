package import Concerns
import Foundation
package import Sealing
package import Store
package import Triage

/// Takes in what someone tells us, whichever way it came: triages it in memory, seals it, and has it on disk before it is
/// acknowledged.
package struct Reception: Sendable {
    private let triage: Triage
    private let sealer: Sealer
    private let sketcher: Sketcher
    private let receipts: ReceiptDeriver
    private let sendingKeys: SendingKeys
    private let intake: Intake
    private let arrivalDays: ArrivalDays
    private let dueTimes: DueTimes
    private let today: @Sendable () -> Day
    private let secondsNow: @Sendable () -> Int
    private let generator: @Sendable () -> any RandomNumberGenerator
    private let onDanger: @Sendable () -> Void

    /// - Parameter onDanger: called when something was kept that says someone is in danger now; it must return at once,
    ///   as the young person's answer waits for it.
    package init(
        triage: Triage, sealer: Sealer, sketchKey: SketchKey, receipts: ReceiptDeriver, sendingKeys: SendingKeys,
        intake: Intake,
        arrivalDays: ArrivalDays, dueTimes: DueTimes, today: @escaping @Sendable () -> Day,
        secondsNow: @escaping @Sendable () -> Int, generator: @escaping @Sendable () -> any RandomNumberGenerator,
        onDanger: @escaping @Sendable () -> Void
    ) {
        self.triage = triage
        self.sealer = sealer
        sketcher = Sketcher(triage: triage, key: sketchKey)
        self.receipts = receipts
        self.sendingKeys = sendingKeys
        self.intake = intake
        self.arrivalDays = arrivalDays
        self.dueTimes = dueTimes
        self.today = today
        self.secondsNow = secondsNow
        self.generator = generator
        self.onDanger = onDanger
    }

    /// Whether a danger rule holds for anything that was typed: danger may be told in any box.
    package func soundsLikeDanger(_ form: TellForm) -> Bool {
        triage.soundsLikeDanger(form.message) || triage.soundsLikeDanger(Original(form.council))
    }

    /// Whether the answer must begin with where help is, whichever box asks for it.
    package func needsHelpFirst(_ form: TellForm) -> Bool {
        // A council's name in another script is no message that nobody can read: there the rules alone speak.
        let typed = triage.firstReading(of: Original(form.council))
        return needsHelpFirst(form.message) || typed.alarm != nil || typed.needsHelpFirst
    }

    /// Whether words ask for an answer that begins with where help is: all that a person must look at for someone's safety,
    /// which words are that no rule can read.
    package func needsHelpFirst(_ words: Original) -> Bool {
        let reading = triage.firstReading(of: words)
        return reading.urgency >= .safeguarding || reading.needsHelpFirst
    }

    /// Today, as exactly as it may be kept of a young person's act: for a small council only its week.
    package func dayKept(about authority: GSSCode?) -> Day { arrivalDays.kept(today(), about: authority) }

    /// Keeps what was told as a concern with a receipt of its own; a form that is sent again keeps nothing more.
    ///
    /// - Parameters:
    ///   - token: the form's own; nil where a form had none, and then sending it twice makes two concerns.
    ///   - isSetAside: whether it looks like spam; what may be about danger is never lowered for it, and nothing is refused.
    /// - Throws: `NotKept` when it is not on disk, also when the form's key cannot be kept: a receipt by chance would make
    ///   the next try a second concern. Else a CryptoKit error when the machine cannot seal.
    package func take(
        _ answers: TellAnswers, through channel: Channel, sentWith token: FormToken?, isSetAside: Bool
    ) async throws -> Taken {
        var random = generator()
        let id = ConcernID(using: &random)
        let (receipt, marks) = try self.receipt(for: answers, sentWith: token)
        let derived = try receipts.derive(receipt)
        let sealed = try sealer.seal(answers.told, of: id)
        let urgency = urgency(of: answers.told, isSetAside: isSetAside)
        let kept = try await keep(
            NewConcern(
                id: id, authority: answers.authority, channel: channel, teller: answers.teller,
                sharing: answers.sharing, arrivedOn: dayKept(about: answers.authority),
                urgency: urgency, words: sealed.words, key: sealed.key,
                receipt: NewReceipt(
                    lookup: derived.lookup, cost: derived.cost.description,
                    replyKey: derived.replyKey.rawRepresentation),
                sending: marks.map(Sending.init(marks:)),
                sketch: sketcher.closedSketch(of: answers.told.original, for: id),
                due: try dueTimes.due(of: id, urgency, atSecond: secondsNow())))
        return kept == .otherWords ? .otherWords : .kept(receipt, isNew: kept == .kept)
    }

    /// Keeps words that the holder of a receipt adds to what they told before.
    ///
    /// - Parameter derived: of the receipt that found the thread.
    /// - Returns: false when the same words were added to this thread before on the same day; nothing more is kept then.
    /// - Throws: as ``take(_:through:sentWith:isSetAside:)``.
    package func add(
        _ words: Original, to thread: ConcernThread, with derived: DerivedReceipt, isSetAside: Bool
    ) async throws -> Bool {
        var random = generator()
        let id = ConcernID(using: &random)
        guard
            let marks = sendingKeys.marks(
                ofAdding: words, to: thread.concern, with: derived.additionKey, atSecond: secondsNow())
        else { throw NotKept(problem: .cannotWrite) }
        let told = Told(words)
        let sealed = try sealer.seal(told, of: id)
        let urgency = urgency(of: told, isSetAside: isSetAside)
        let kept = try await keep(
            NewConcern(
                id: id, authority: thread.authority, channel: .web, teller: thread.teller, sharing: thread.sharing,
                arrivedOn: dayKept(about: thread.authority), urgency: urgency, words: sealed.words, key: sealed.key,
                receipt: nil, thread: thread.concern, sending: Sending(marks: marks),
                sketch: sketcher.closedSketch(of: words, for: id),
                due: try dueTimes.due(of: id, urgency, atSecond: secondsNow())))
        return kept == .kept
    }

    /// The form's own receipt and marks; a receipt by chance where there was no form.
    private func receipt(
        for answers: TellAnswers, sentWith token: FormToken?
    ) throws(NotKept) -> (receipt: Receipt, marks: SendingMarks?) {
        guard let token else {
            var random = generator()
            return (Receipt(random: (0..<9).map { _ in UInt8.random(in: .min ... .max, using: &random) }), nil)
        }
        guard let receipt = sendingKeys.receipt(for: token),
            let marks = sendingKeys.marks(of: token, content: answers.content)
        else { throw NotKept(problem: .cannotWrite) }
        return (receipt, marks)
    }

    private func keep(_ concern: NewConcern) async throws(NotKept) -> Kept {
        let kept = try await intake.add(concern)
        // Also for what was there already: who sends again may do so because we stopped between the commit and the call.
        if kept != .otherWords, concern.urgency == .dangerNow { onDanger() }
        return kept
    }

    /// What was typed for the council can raise the urgency, never lower it.
    private func urgency(of told: Told, isSetAside: Bool) -> Urgency {
        let words = triage.urgency(of: told.original)
        let urgency = told.councilTyped.flatMap { triage.alarm(in: Original($0)) }.map { max($0, words) } ?? words
        return isSetAside && urgency < .safeguarding ? .spam : urgency
    }
}

/// What became of a form.
package enum Taken: Hashable, Sendable {
    /// It is on disk; only now may the receipt be shown. Not new is what was there since the same form was sent before.
    case kept(Receipt, isNew: Bool)
    /// The form was sent before with other words, or what it brought was taken back since; nothing of it was kept now.
    case otherWords
}

extension Sending {
    fileprivate init(marks: SendingMarks) {
        self.init(mark: marks.mark, content: marks.content, epoch: marks.epoch)
    }
}
