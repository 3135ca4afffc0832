import Concerns
import Foundation
import Sealing
import TestSupport
import Testing

struct SecondReadingDrawTests {
    private let draw = SecondReadingDraw(key: Data(repeating: 1, count: 32))

    @Test func `it takes about the share that it is asked for, and the same each time`() {
        let concerns = (UInt64(0)..<4_000).map { ConcernID(of: $0) }
        let taken = concerns.filter { draw.takes($0, oneIn: 10) }
        // Four standard deviations around 400.
        #expect((324...476).contains(taken.count))
        #expect(taken == concerns.filter { draw.takes($0, oneIn: 10) })
        #expect(concerns.allSatisfy { draw.takes($0, oneIn: 1) })
    }

    @Test func `what a small share takes a greater one takes too, so that nobody steers by the urgency`() {
        for seed in UInt64(0)..<2_000 where draw.takes(ConcernID(of: seed), oneIn: 10) {
            #expect(draw.takes(ConcernID(of: seed), oneIn: 4), "seed \(seed)")
        }
    }

    @Test func `another key takes others`() {
        let other = SecondReadingDraw(key: Data(repeating: 2, count: 32))
        let concerns = (UInt64(0)..<200).map { ConcernID(of: $0) }
        #expect(concerns.map { draw.takes($0, oneIn: 4) } != concerns.map { other.takes($0, oneIn: 4) })
    }
}
