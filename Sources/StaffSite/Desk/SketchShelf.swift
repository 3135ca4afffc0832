package import Concerns
package import Receiving
package import Store
package import Triage

/// All sketches, opened and in memory, so that copies of a message are found among a hundred thousand in a few milliseconds.
///
/// Read whole when first asked, and then only where something changed; what is erased in the store leaves it at the next
/// question. Nothing of it is ever written down.
package actor SketchShelf {
    /// A concern whose sketch is like another.
    package struct Found: Sendable {
        package let concern: ConcernID
        /// How many of 512 bits are the same.
        package let agreement: Int
    }

    /// Sketches of concerns whose numbers begin alike; all lists have the same order.
    private struct Box {
        var concerns: [ConcernID] = []
        var threads: [ConcernID] = []
        var weeks: [Int] = []
        var sketches: [Sketch] = []
    }

    /// The threads of the copies of a concern, as far as the shelf has been looked through for it.
    private struct Copies {
        let concern: Entry
        var threads: Set<ConcernID>
        var lookedThrough: Int
    }

    private struct Entry {
        let thread: ConcernID
        let week: Int
        let sketch: Sketch
    }

    private let desk: Desk
    private let sketcher: Sketcher
    private var editions: [String: Int] = [:]
    private var boxes: [String: Box] = [:]
    /// What came since `copies` was begun, in the order in which it was noticed.
    private var fresh: [Entry] = []
    private var copies: [ConcernID: Copies] = [:]

    package init(desk: Desk, sketcher: Sketcher) {
        self.desk = desk
        self.sketcher = sketcher
    }

    /// Reads what changed in the store.
    ///
    /// - Throws: ``StoreProblem``.
    package func refresh() async throws(StoreProblem) {
        let now = try await desk.sketchEditions()
        let changed = now.keys.filter { editions[$0] != now[$0] }
        guard !changed.isEmpty else { return }
        let rows = try await desk.sketches(beginning: changed)
        var closed = Dictionary(grouping: rows) { String($0.concern.description.prefix(2)) }
        for beginning in changed {
            replace(beginning, by: closed.removeValue(forKey: beginning) ?? [])
            editions[beginning] = now[beginning]
        }
    }

    private func replace(_ beginning: String, by closed: [ClosedSketch]) {
        let former = boxes[beginning] ?? Box()
        let known = Dictionary(uniqueKeysWithValues: zip(former.concerns, former.sketches))
        var box = Box()
        var left = 0
        for row in closed {
            let before = known[row.concern]
            left += before == nil ? 0 : 1
            guard let sketch = before ?? sketcher.opened(row.closed, of: row.concern) else { continue }
            box.concerns.append(row.concern)
            box.threads.append(row.thread)
            box.weeks.append(row.week.number)
            box.sketches.append(sketch)
            if before == nil, !copies.isEmpty {
                fresh.append(Entry(thread: row.thread, week: row.week.number, sketch: sketch))
            }
        }
        boxes[beginning] = box
        // Something was erased: what was counted may be too much.
        if left < known.count { forgetCopies() }
    }

    private func forgetCopies() {
        copies = [:]
        fresh = []
    }

    /// The concerns of other threads that are most like some words, the most alike first.
    package func alike(to sketch: Sketch, not thread: ConcernID, limit: Int) -> [Found] {
        var found: [Found] = []
        for box in boxes.values {
            for index in box.sketches.indices {
                let agreement = sketch.agreement(with: box.sketches[index])
                if agreement >= Sketch.worthComparing, box.threads[index] != thread {
                    found.append(Found(concern: box.concerns[index], agreement: agreement))
                }
            }
        }
        found.sort { ($0.agreement, $1.concern.description) > ($1.agreement, $0.concern.description) }
        return Array(found.prefix(limit))
    }

    /// For each concern of which there are so many copies, in threads and with its own, how many came within some weeks of it.
    ///
    /// A concern is looked for among all once; after that only among what came since.
    package func campaigns(among concerns: [ConcernID], by rules: LikenessRules) -> [ConcernID: Int] {
        if fresh.count > Self.mostFresh { forgetCopies() }
        return concerns.reduce(into: [:]) { counts, concern in
            guard let threads = counted(concern, weeks: rules.campaignWeeks) else { return }
            if threads >= rules.campaignConcerns { counts[concern] = threads }
        }
    }

    private static let mostFresh = 20_000

    private func counted(_ concern: ConcernID, weeks: Int) -> Int? {
        if copies[concern] == nil {
            guard let entry = entry(concern) else { return nil }
            var threads: Set<ConcernID> = [entry.thread]
            for box in boxes.values {
                for index in box.sketches.indices where abs(box.weeks[index] - entry.week) < weeks {
                    if entry.sketch.agreement(with: box.sketches[index]) >= Sketch.copies {
                        threads.insert(box.threads[index])
                    }
                }
            }
            copies[concern] = Copies(concern: entry, threads: threads, lookedThrough: fresh.count)
        }
        guard var known = copies[concern] else { return nil }
        if known.lookedThrough < fresh.count {
            for entry in fresh[known.lookedThrough...]
            where abs(entry.week - known.concern.week) < weeks
                && entry.sketch.agreement(with: known.concern.sketch) >= Sketch.copies
            {
                known.threads.insert(entry.thread)
            }
            known.lookedThrough = fresh.count
            copies[concern] = known
        }
        return known.threads.count
    }

    private func entry(_ concern: ConcernID) -> Entry? {
        guard let box = boxes[String(concern.description.prefix(2))],
            let index = box.concerns.firstIndex(of: concern)
        else { return nil }
        return Entry(thread: box.threads[index], week: box.weeks[index], sketch: box.sketches[index])
    }
}
