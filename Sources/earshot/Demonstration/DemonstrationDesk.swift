import Concerns
import Foundation
import Inbox
import Sealing
import Store
import Triage
import Unsealing

/// Brings the demonstration's messages in through the real import and decides about them at the real desk.
struct DemonstrationDesk {
    /// From this likeness on, 0 to 1, the moderator of the demonstration takes two for one voice.
    private static let alike = 0.3

    private let deployment: Deployment
    private let importer: InboxImporter
    private let opener: OriginalOpener
    private let desk: Desk
    private let triage: Triage
    private let today: Day

    init(deployment: Deployment, sealer: Sealer, teamKey: TeamPrivateKey, today: Day) {
        self.deployment = deployment
        self.today = today
        triage = deployment.triage
        opener = OriginalOpener(teamKey: teamKey)
        desk = deployment.records.desk(log: deployment.log)
        importer = InboxImporter(
            intake: deployment.records.intake, sealer: sealer, triage: triage,
            importKey: deployment.keys.imports, arrivalDays: deployment.arrivalDays, today: today)
    }

    func takeAndDecide(_ entry: DemonstrationInbox.Entry) async throws {
        let sent = entry.reading.message?.sent
        let (_, id) = try await importer.take(
            entry.reading, from: entry.source,
            about: .init(
                authority: entry.authority, sharing: entry.sharing, arrivedOn: sent.map { min($0, today) }))
        guard let id, let decided = entry.decision, let concern = try await desk.concern(id), let key = concern.key
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
