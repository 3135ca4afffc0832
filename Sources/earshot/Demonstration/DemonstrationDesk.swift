import Concerns
import Foundation
import Inbox
import Receiving
import Sealing
import Store
import Triage
import Unsealing

/// Brings the demonstration's messages in through the real import and decides about them at the real desk.
struct DemonstrationDesk {
    /// From this likeness on, 0 to 1, the moderator of the demonstration takes two for one voice.
    private static let alike = 0.3

    private let deployment: Deployment
    private let reception: InboxReception
    private let opener: OriginalOpener
    private let desk: Desk
    private let triage: Triage
    private let today: Day

    /// - Throws: ``CommandFailure`` when a key is damaged or cannot be written.
    init(deployment: Deployment, teamKey: TeamPrivateKey, today: Day) throws {
        self.deployment = deployment
        self.today = today
        triage = deployment.triage
        opener = OriginalOpener(teamKey: teamKey)
        desk = deployment.desk
        // Nobody is called: the danger in it is invented.
        reception = try deployment.inboxReception(onDanger: {})
    }

    func takeAndDecide(_ entry: DemonstrationInbox.Entry) async throws {
        var about = ImportAbout()
        about.authority = entry.authority
        about.isAuthorityCertain = true
        about.sharing = entry.sharing
        about.arrivedOn = entry.reading.message?.sent.map { min($0, today) }
        let prepared = try reception.prepared(entry.reading, of: entry.raw, about: about)
        guard let id = try await reception.keep([prepared]).first?.concern, let decided = entry.decision,
            let concern = try await desk.concern(id), let key = concern.key
        else { return }
        try await desk.noteOpened(id, by: "morgan", on: today)
        let told = try opener.open(SealedOriginal(words: concern.words, key: key), of: id)
        let isReadable = decided.decision == .accept && entry.sharing == .words
        let suggestion = triage.suggestion(for: told.original, channel: concern.summary.channel)
        let text = isReadable ? try ModeratedText(redacting: told.original, suggestion.redactions) : nil
        try await desk.decide(
            Decision(
                concern: id, decision: decided.decision, urgency: decided.urgency, areas: decided.areas,
                authority: entry.authority, text: text, voice: try await voice(of: id, saying: text, entry.authority),
                reply: nil, by: "morgan", on: today, searchNumber: .random(in: .min ... .max)))
    }

    /// The same voice as one that said nearly the same before, as the desk would suggest.
    private func voice(of id: ConcernID, saying text: ModeratedText?, _ authority: GSSCode?) async throws -> Voice {
        guard let text, let authority else { return Voice(of: id) }
        let before = try await desk.heardBefore(about: authority)
        return before.first { likeness(of: $0.text.description, to: text.description) >= Self.alike }?.voice
            ?? Voice(of: id)
    }
}
