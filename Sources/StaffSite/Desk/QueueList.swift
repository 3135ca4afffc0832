import Concerns
import Store

/// All that waits, in the order of the queue, with its counts kept as it changes.
struct QueueList: Sendable {
    private(set) var entries: [QueueEntry] = []
    private(set) var byUrgency: [Urgency: Int] = [:]
    private(set) var byCouncil: [GSSCode?: Int] = [:]
    private var orders: [ConcernID: QueueEntry.Order] = [:]

    init() {}

    init(_ entries: some Sequence<QueueEntry>) {
        self.entries = entries.map { ($0.order, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        orders.reserveCapacity(self.entries.count)
        for entry in self.entries {
            orders[entry.concern.id] = entry.order
            count(entry, by: 1)
        }
    }

    /// Puts a concern where it belongs, and takes it from where it stood before.
    mutating func put(_ entry: QueueEntry) {
        remove(entry.concern.id)
        let order = entry.order
        entries.insert(entry, at: place(of: order))
        orders[entry.concern.id] = order
        count(entry, by: 1)
    }

    mutating func remove(_ id: ConcernID) {
        guard let order = orders.removeValue(forKey: id) else { return }
        count(entries.remove(at: place(of: order)), by: -1)
    }

    /// Where a concern stands; nil where it does not wait.
    subscript(_ id: ConcernID) -> QueueEntry? {
        orders[id].map { entries[place(of: $0)] }
    }

    /// The danger that nobody has handed on, in its order.
    var danger: some Sequence<QueueEntry> {
        entries.prefix { $0.concern.urgency == .dangerNow }.lazy.filter { !$0.concern.isHandedOn }
    }

    /// How much danger nobody has handed on.
    var dangerCount: Int { danger.reduce(0) { count, _ in count + 1 } }

    private func place(of order: QueueEntry.Order) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].order < order { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func count(_ entry: QueueEntry, by change: Int) {
        Self.count(entry.concern.urgency, by: change, in: &byUrgency)
        Self.count(entry.concern.authority, by: change, in: &byCouncil)
    }

    private static func count<Key: Hashable>(_ key: Key, by change: Int, in counts: inout [Key: Int]) {
        let count = (counts[key] ?? 0) + change
        counts[key] = count > 0 ? count : nil
    }
}
