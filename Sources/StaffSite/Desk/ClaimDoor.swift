import Concerns
import Store
import Triage

/// Lets only one moderator at a time to a concern: whoever opens it has it, until they decide, put it back or leave it.
struct ClaimDoor: Sendable {
    let claims: Claims
    let targets: QueueTargets
    let secondsNow: @Sendable () -> Int

    private var lease: Int { targets.leaseMinutes * 60 }

    /// Claims a concern for a session, or renews its claim.
    ///
    /// - Throws: ``ClaimedByOther`` when somebody else has it; nothing of it may then be opened or decided.
    func enter(_ concern: DeskConcern, _ session: Session) async throws(ClaimedByOther) {
        // What nobody can open needs no claim.
        guard concern.summary.state.isOpen, concern.key != nil, session.teamKey != nil else { return }
        let now = secondsNow()
        guard let other = await claims.claim(concern.summary.id, for: session, atSecond: now, lease: lease) else {
            return
        }
        throw ClaimedByOther(name: other.name, minutes: (now - other.since) / 60)
    }

    /// Claims a concern that somebody else may have.
    func takeOver(_ id: ConcernID, _ session: Session) async {
        await claims.take(id, for: session, atSecond: secondsNow(), lease: lease)
    }

    func putBack(_ id: ConcernID, _ session: Session) async { await claims.putBack(id, by: session.name) }

    /// Who has what now.
    func all() async -> [ConcernID: Claims.Claim] { await claims.all(atSecond: secondsNow(), lease: lease) }
}

/// Another moderator has the concern.
struct ClaimedByOther: Error, Hashable, Sendable {
    let name: String
    /// Whole minutes since they opened it.
    let minutes: Int
}
