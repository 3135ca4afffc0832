/// The weights of a linear model: for each feature a number for each of its answers.
///
/// Looked up without hashing anew or allocating: a message of 150 words asks some thousand times.
struct WeightTable<Row: SIMD & Sendable>: Sendable where Row.Scalar == Float {
    private let keys: [UInt64]
    private let places: [Int32]
    private let rows: [Row]
    private let mask: Int
    /// A bit for each key that may be there, sixteen bits a key: most of what is asked has no weight, and this much stays
    /// close to the processor.
    private let filter: [UInt64]
    private let filterMask: UInt64

    init(_ weights: [(key: FeatureKey, row: Row)]) {
        var size = 16
        while size < weights.count * 2 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var places = [Int32](repeating: -1, count: size)
        for (place, weight) in weights.enumerated() {
            var slot = Self.slot(weight.key.value, size - 1)
            while places[slot] >= 0, keys[slot] != weight.key.value { slot = (slot + 1) & (size - 1) }
            keys[slot] = weight.key.value
            places[slot] = Int32(place)
        }
        self.keys = keys
        self.places = places
        rows = weights.map(\.row)
        mask = size - 1
        var filter = [UInt64](repeating: 0, count: size * 8 / 64 + 1)
        let filterMask = UInt64(size * 8 - 1)
        for weight in weights {
            let bit = (weight.key.value >> 20) & filterMask
            filter[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.filter = filter
        self.filterMask = filterMask
    }

    var count: Int { rows.count }

    /// The weights of a feature; nil where it has none.
    func row(_ key: FeatureKey) -> Row? {
        let bit = (key.value >> 20) & filterMask
        guard filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return nil }
        var slot = Self.slot(key.value, mask)
        while places[slot] >= 0 {
            if keys[slot] == key.value { return rows[Int(places[slot])] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }
}
