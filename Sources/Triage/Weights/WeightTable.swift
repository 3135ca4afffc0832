/// The weights of a linear model: for each feature a number for each of its answers, in hundredths.
///
/// Looked up without hashing anew or allocating: a message of 150 words asks some thousand times. What that costs is
/// waiting for memory, so a feature’s key and numbers lie side by side, and are small.
struct WeightTable<Row: SIMD & Sendable>: Sendable where Row.Scalar == Int16 {
    private struct Slot {
        var row: Row
        /// 0 where the slot is free; no feature has that key.
        var key: UInt64
    }

    private let slots: [Slot]
    private let mask: Int
    /// A bit for each key that may be there, sixteen bits a key: most of what is asked has no weight, and this much stays
    /// close to the processor.
    private let filter: [UInt64]
    private let filterMask: UInt64
    let count: Int

    init(_ weights: [(key: FeatureKey, row: Row)]) {
        var size = 16
        while size < weights.count * 2 { size *= 2 }
        let filterMask = UInt64(size * 8 - 1)
        var slots = [Slot](repeating: Slot(row: .zero, key: 0), count: size)
        var filter = [UInt64](repeating: 0, count: size * 8 / 64 + 1)
        for (key, row) in weights {
            var slot = Self.slot(key.value, size - 1)
            while slots[slot].key != 0, slots[slot].key != key.value { slot = (slot + 1) & (size - 1) }
            slots[slot] = Slot(row: row, key: key.value)
            let bit = (key.value >> 20) & filterMask
            filter[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.slots = slots
        self.filter = filter
        self.filterMask = filterMask
        mask = size - 1
        count = weights.count
    }

    /// Whether a feature may have weights: false for most that have none.
    ///
    /// Asked of many features before the first of them is looked up, so that all are fetched at the same time.
    func mayHold(_ key: FeatureKey) -> Bool {
        let bit = (key.value >> 20) & filterMask
        return (filter[Int(bit >> 6)] >> (bit & 63)) & 1 != 0
    }

    /// The weights in hundredths of a feature that may have some; nil where it has none.
    func row(_ key: FeatureKey) -> Row? {
        var slot = Self.slot(key.value, mask)
        while slots[slot].key != 0 {
            if slots[slot].key == key.value { return slots[slot].row }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: key ^ (key >> 29)) & mask }
}
