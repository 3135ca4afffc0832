import Concerns

/// Who has which concern open, so that two people never decide one; in memory only, as the time of a claim beside a danger
/// concern would tell within minutes when a child wrote.
actor Claims {
    struct Claim: Hashable, Sendable {
        /// The account's name.
        let name: String
        /// The session that last did something about it; the claim goes with it.
        var session: SecretText
        /// In seconds since 1970.
        let since: Int
        var renewed: Int
    }

    private var claims: [ConcernID: Claim] = [:]

    /// Claims a concern, or renews the claim, unless someone else has it.
    ///
    /// - Parameter lease: how many seconds a claim lasts after its holder's last act.
    /// - Returns: whose it is instead; nil when it is this session's now.
    func claim(_ id: ConcernID, for session: Session, atSecond now: Int, lease: Int) -> Claim? {
        if let claim = standing(id, atSecond: now, lease), claim.name != session.name { return claim }
        take(id, for: session, atSecond: now, lease: lease)
        return nil
    }

    /// Claims a concern, also one that someone else has.
    func take(_ id: ConcernID, for session: Session, atSecond now: Int, lease: Int) {
        let own = standing(id, atSecond: now, lease).flatMap { $0.name == session.name ? $0 : nil }
        claims[id] = Claim(
            name: session.name, session: session.formToken, since: own?.since ?? now, renewed: now)
    }

    /// Gives a concern back that this person has.
    func putBack(_ id: ConcernID, by name: String) {
        if claims[id]?.name == name { claims[id] = nil }
    }

    /// Gives back all that these sessions have.
    func putBack(allOf sessions: Set<SecretText>) {
        claims = claims.filter { !sessions.contains($0.value.session) }
    }

    /// Those whose lease has not ended.
    func all(atSecond now: Int, lease: Int) -> [ConcernID: Claim] {
        claims = claims.filter { now - $0.value.renewed < lease }
        return claims
    }

    private func standing(_ id: ConcernID, atSecond now: Int, _ lease: Int) -> Claim? {
        claims[id].flatMap { now - $0.renewed < lease ? $0 : nil }
    }
}
