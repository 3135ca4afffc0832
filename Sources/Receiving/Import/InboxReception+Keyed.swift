package import Concerns
package import Inbox
import Sealing
package import Store
import Triage

extension InboxReception {
    /// Keeps what a moderator keyed in from something in quarantine, which is settled and erased by it.
    ///
    /// - Parameters:
    ///   - message: what could be read of the source; of it only what stood beside the words is kept.
    ///   - name: the moderator's account.
    /// - Returns: the concern's urgency.
    /// - Throws: `QuarantineRefused`, and then nothing was changed; else a CryptoKit error when the machine cannot seal.
    package func take(
        _ answers: TellAnswers, through channel: Channel, from entry: Quarantined, beside message: InboxMessage?,
        at desk: Desk, by name: String
    ) async throws -> Urgency {
        let keyed = answers.told
        let told = Told(
            keyed.original, councilTyped: keyed.councilTyped, areas: keyed.areas, ageBand: keyed.ageBand,
            language: keyed.language, children: message?.about.children,
            parted: message.flatMap(PartedText.init(beside:)))
        // What the rules made of the mail stands, until the moderator decides otherwise at the review.
        let urgencies = [
            triage.urgency(of: keyed.original), keyed.councilTyped.flatMap { triage.alarm(in: Original($0)) },
            entry.urgency,
        ]
        let urgency = urgencies.compactMap { $0 }.max() ?? .concern
        let sealed = try sealer.seal(told, of: entry.id)
        try await desk.take(
            NewConcern(
                id: entry.id, authority: answers.authority, channel: channel, teller: answers.teller,
                sharing: answers.sharing, arrivedOn: arrivalDays.kept(entry.arrivedOn, about: answers.authority),
                urgency: urgency, words: sealed.words, key: sealed.key, receipt: nil,
                sketch: sketcher.closedSketch(of: told.original, for: entry.id),
                due: try dueTimes.due(of: entry.id, urgency, atSecond: secondsNow())),
            by: name, on: today())
        if urgency == .dangerNow { onDanger() }
        return urgency
    }
}
