import Foundation
import Synchronization
import TestSupport
import Testing

@testable import PublicSite

struct PassingCountsTests {
    private let thing = Data("thing".utf8)

    @Test func `a thing is counted for ten minutes and then forgotten`() {
        var counts = PassingCounts { Seeded(1) }
        for expected in 1...5 { #expect(counts.add(thing, atSecond: 1_000) == expected) }
        #expect(counts.count(of: thing, atSecond: 1_599) == 5)
        #expect(counts.add(thing, atSecond: 1_599) == 6)
        #expect(counts.count(of: thing, atSecond: 1_600) == 0)
        #expect(counts.add(thing, atSecond: 1_600) == 1)
    }

    @Test func `a clock that is put back begins anew`() {
        var counts = PassingCounts { Seeded(1) }
        _ = counts.add(thing, atSecond: 1_000)
        #expect(counts.count(of: thing, atSecond: 999) == 0)
        #expect(counts.add(thing, atSecond: 999) == 1)
    }

    @Test func `each ten minutes have one key of their own`() {
        let made = Made()
        var counts = PassingCounts { Seeded(made.next()) }
        for second in [0, 1, 599, 600, 601, 1_200] { _ = counts.add(thing, atSecond: second) }
        #expect(made.count == 3)
    }

    /// How often a source of random numbers was asked for.
    private final class Made: Sendable {
        private let made = Mutex(UInt64(0))
        var count: UInt64 { made.withLock { $0 } }
        func next() -> UInt64 {
            made.withLock {
                $0 += 1
                return $0
            }
        }
    }
}

struct SketchTests {
    @Test func `a count is never too low, and hardly ever too high`() {
        var sketch = Sketch(key: Data(repeating: 7, count: 32))
        var truth: [Data: Int] = [:]
        var generator = Seeded(7)
        for _ in 0..<10_000 {
            let thing = Data("\(Int.random(in: 0..<4_000, using: &generator))".utf8)
            truth[thing, default: 0] += 1
            #expect(sketch.add(thing) >= truth[thing, default: 0])
        }
        let tooHigh = truth.filter { sketch.count(of: $0.key) > $0.value }
        #expect(truth.allSatisfy { sketch.count(of: $0.key) >= $0.value })
        #expect(tooHigh.count < 20)
        #expect(sketch.count(of: Data("never met".utf8)) <= 1)
    }

    @Test func `without its key the same thing stands elsewhere`() {
        var sketch = Sketch(key: Data(repeating: 1, count: 32))
        _ = sketch.add(Data("thing".utf8))
        var other = Sketch(key: Data(repeating: 2, count: 32))
        _ = other.add(Data("thing".utf8))
        #expect(sketch.filledCells.isDisjoint(with: other.filledCells))
    }
}

extension Sketch {
    /// The places of what is not nought, as its memory shows them.
    fileprivate var filledCells: Set<Int> {
        let counts = Mirror(reflecting: self).children.compactMap { $0.value as? [UInt32] }.first ?? []
        return Set(counts.indices.filter { counts[$0] > 0 })
    }
}
