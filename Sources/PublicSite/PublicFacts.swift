package import Concerns
package import Triage

/// What the young people's site knows about the world: published facts, and who can help.
package struct PublicFacts: Sendable {
    package let authorities: Authorities
    /// All ways to help, the most urgent first; those marked for it stand on every page.
    package let helplines: [Helpline]
    /// What is published about an authority, or nil when nothing is.
    package let standing: @Sendable (GSSCode) async throws -> CouncilStanding?
    /// How many young people told us about each area, frozen for the month; areas under the floor are missing.
    package let bands: @Sendable (GSSCode) async throws -> [JudgementArea: VoiceBand]

    package init(
        authorities: Authorities, helplines: [Helpline],
        standing: @escaping @Sendable (GSSCode) async throws -> CouncilStanding?,
        bands: @escaping @Sendable (GSSCode) async throws -> [JudgementArea: VoiceBand]
    ) {
        self.authorities = authorities
        self.helplines = helplines
        self.standing = standing
        self.bands = bands
    }
}

/// What whoever runs the young people's site has settled about it.
package struct PublicSettings: Sendable {
    /// Where young people find it, such as `https://earshot.example`; printed on posters.
    package let address: String
    /// Its onion address, where it has one.
    package let onionAddress: String?
    /// The page of another site that the quick way out leads to.
    package let leaveAddress: String
    /// Where paper forms are posted to, lines parted by `|`; empty where there is no such place.
    package let postTo: String
    /// What a proxy on this machine shows to be believed who asks; nil where there is none.
    package let proxySecret: ProxySecret?
    /// Whether budgets and the time grid are lifted, for load tests.
    package let isRelaxed: Bool

    package init(
        address: String, onionAddress: String? = nil, leaveAddress: String, postTo: String = "",
        proxySecret: ProxySecret? = nil, isRelaxed: Bool = false
    ) {
        self.address = address
        self.onionAddress = onionAddress
        self.leaveAddress = leaveAddress
        self.postTo = postTo
        self.proxySecret = proxySecret
        self.isRelaxed = isRelaxed
    }
}
