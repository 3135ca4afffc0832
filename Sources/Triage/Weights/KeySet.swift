/// Which keys were seen, for a few thousand of them: quicker than a `Set`, which guards against enemies that make keys
/// collide; here a collision only costs a step more.
struct KeySet {
    private var slots: [UInt64]
    private var count = 0

    init(reserving count: Int) {
        var size = 64
        while size < count * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// - Returns: whether it is new; 0 never is.
    mutating func insert(_ key: UInt64) -> Bool {
        guard key != 0 else { return false }
        var slot = Int(truncatingIfNeeded: key ^ (key >> 29)) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == key { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = key
        count += 1
        if count * 3 > slots.count * 2 { grow() }
        return true
    }

    private mutating func grow() {
        let former = slots
        slots = [UInt64](repeating: 0, count: former.count * 2)
        count = 0
        for key in former where key != 0 { _ = insert(key) }
    }
}
