import Concerns
import Sealing
import Store
import Triage
import Unsealing

/// Opens an original for a second reader, without anything that the first reader or the rules made of it.
struct BlindReader: Sendable {
    let desk: Desk
    let triage: Triage
    let stretches: Stretches

    /// - Throws: ``StaysClosed`` when the words cannot be opened, `StoreProblem`.
    func open(_ concern: BlindConcern, for session: Session, on day: Day) async throws -> OpenedBlind {
        guard let teamKey = session.teamKey else { throw StaysClosed.noKey }
        let sealed = SealedOriginal(words: concern.words, key: concern.key)
        guard let told = try? OriginalOpener(teamKey: teamKey).open(sealed, of: concern.id) else {
            throw StaysClosed.unreadable
        }
        try await desk.noteOpened(concern.id, by: session.name, on: day)
        if triage.soundsLikeDanger(told.original) {
            await stretches.noteDanger(concern.id, openedBy: session.name)
        }
        return OpenedBlind(concern: concern, told: told)
    }
}

/// A concern open before its second reader.
struct OpenedBlind: Sendable {
    let concern: BlindConcern
    let told: Told
}
