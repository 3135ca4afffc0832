/// What a message shows, as one number: a kind and its parts, hashed.
///
/// FNV-1a over folded letters (Fowler, Noll and Vo), mixed part by part, so that no text has to be made of what is only
/// looked up. Two features that meet in one number would share a weight; among some ten thousand that happens once in a
/// hundred thousand million times.
struct FeatureKey: Hashable, Sendable {
    private(set) var value: UInt64

    /// - Parameter kind: keeps a word apart from the same letters in another place.
    init(kind: UInt8) { value = (Self.start ^ UInt64(kind)) &* Self.prime }

    /// Adds one part: a number, or letters by their ``hash(_:)``.
    mutating func add(_ part: UInt64) {
        value = (value ^ part) &* Self.prime
        value ^= value >> 31
    }

    /// The part that some letters are.
    static func hash(_ letters: some Sequence<UInt32>) -> UInt64 {
        var hash = start
        for letter in letters { hash = (hash ^ UInt64(letter)) &* prime }
        return hash
    }

    /// One letter more.
    static func hash(_ former: UInt64, and letter: UInt32) -> UInt64 { (former ^ UInt64(letter)) &* prime }

    static let start: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
}
