package import Concerns

/// The drawing of one more area by lot, with all that is needed to draw it again (T15).
///
/// The seed puts all areas of the framework into an order, each order as likely as any other, and the first that is a
/// candidate is drawn. So every candidate has the same chance, and whoever adds an area to the scope can take the drawn
/// one but cannot steer what comes in its place.
package struct Draw: Hashable, Sendable {
    package let seed: DrawSeed
    /// The areas that were not in scope, in the order of the reports.
    package let candidates: [JudgementArea]
    package let outcome: Outcome
    package let day: Day
    /// The name of the method; a change of it gets a new one, so that old draws are repeated as they were.
    package let algorithm = Draw.algorithm

    package static let algorithm = "shuffle-1"

    package enum Outcome: Hashable, Sendable {
        case drawn(JudgementArea)
        /// Every area was in scope already.
        case noneLeft
    }

    /// - Parameters:
    ///   - areas: those that the framework judges.
    ///   - inScope: those that are inspected anyway.
    package init(from areas: [JudgementArea], inScope: Set<JudgementArea>, seed: DrawSeed, day: Day) {
        let areas = Set(areas).subtracting([.listenedTo]).sorted()
        self.seed = seed
        self.day = day
        candidates = areas.filter { !inScope.contains($0) }
        outcome = Draw.order(areas, seed).first { !inScope.contains($0) }.map(Outcome.drawn) ?? .noneLeft
    }

    package var area: JudgementArea? {
        if case .drawn(let area) = outcome { area } else { nil }
    }

    /// Fisher and Yates's shuffle, each place picked without modulo bias.
    private static func order(_ areas: [JudgementArea], _ seed: DrawSeed) -> [JudgementArea] {
        var (areas, source) = (areas, SeedBytes(seed))
        for last in stride(from: areas.count - 1, to: 0, by: -1) {
            areas.swapAt(last, source.next(below: last + 1))
        }
        return areas
    }
}

/// The bytes of a seed one after the other, and from the start again, each one higher than before, should they not do.
private struct SeedBytes {
    private let bytes: [UInt8]
    private var position = 0

    init(_ seed: DrawSeed) { bytes = seed.bytes }

    /// A number from 0 to `bound` - 1, each as likely: bytes beyond the last whole multiple are passed over.
    mutating func next(below bound: Int) -> Int {
        let whole = 256 - 256 % bound
        while true {
            let byte = Int(bytes[position % bytes.count] &+ UInt8(truncatingIfNeeded: position / bytes.count))
            position += 1
            if byte < whole { return byte % bound }
        }
    }
}
