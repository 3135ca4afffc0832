package import Concerns
package import Foundation
package import Sealing
package import Triage

/// Draws what copies of a message are found by, while its words are in memory; what leaves is closed.
package struct Sketcher: Sendable {
    private let triage: Triage
    private let key: SketchKey
    private let seeds: SketchSeeds

    package init(triage: Triage, key: SketchKey) {
        self.triage = triage
        self.key = key
        seeds = SketchSeeds(key.seeds.first, key.seeds.second)
    }

    /// The sketch of some words; nil where they are too few to tell copies by.
    package func sketch(of original: Original) -> Sketch? { triage.sketch(of: original, seeds: seeds) }

    /// What is kept of it; words without a sketch leave as many bytes, so that nobody sees how short they were.
    package func closedSketch(of original: Original, for concern: ConcernID) -> Data {
        key.closed(sketch(of: original)?.bytes ?? [UInt8](repeating: 0, count: SketchKey.byteCount), of: concern)
    }

    /// The sketch that was kept; nil where the words were too few, or the bytes are none.
    package func opened(_ closed: Data, of concern: ConcernID) -> Sketch? {
        guard closed.count == SketchKey.byteCount else { return nil }
        return Sketch(bytes: key.closed(closed, of: concern))
    }
}
