/// By what messages of one run are known again; the memory it takes has a bound.
///
/// Of each identity 64 bits are kept, hashed under a key of this run (SipHash), so that nobody can make two that agree. Past
/// half of ``mostHeld`` the earlier half is forgotten.
struct IdentitiesSeen {
    static let mostHeld = 1_000_000

    private let mostHeld: Int
    private var earlier: Set<Int> = []
    private var recent: Set<Int> = []

    init(mostHeld: Int = IdentitiesSeen.mostHeld) { self.mostHeld = mostHeld }

    /// - Returns: whether it was not seen before.
    mutating func insert(_ identity: [UInt8]) -> Bool {
        var hasher = Hasher()
        identity.withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = hasher.finalize()
        guard !earlier.contains(hash), recent.insert(hash).inserted else { return false }
        if recent.count >= mostHeld / 2 {
            earlier = recent
            recent = []
        }
        return true
    }
}
