import Concerns
import Foundation
import Sealing
import TestSupport
import Testing

@Suite struct SketchKeyTests {
    private static func concern(_ seed: UInt64) -> ConcernID {
        var generator = Seeded(seed)
        return ConcernID(using: &generator)
    }

    private static let key = SketchKey(key: Data(repeating: 1, count: 32))
    private static let sketch = [UInt8]((0..<64).map { UInt8($0 * 3) })

    @Test func `what is closed opens again, for its own concern and with its own secret only`() {
        let closed = Self.key.closed(Self.sketch, of: Self.concern(1))
        #expect(closed.count == SketchKey.byteCount && [UInt8](closed) != Self.sketch)
        #expect([UInt8](Self.key.closed(closed, of: Self.concern(1))) == Self.sketch)
        #expect([UInt8](Self.key.closed(closed, of: Self.concern(2))) != Self.sketch)
        let other = SketchKey(key: Data(repeating: 2, count: 32))
        #expect([UInt8](other.closed(closed, of: Self.concern(1))) != Self.sketch)
        #expect(other.seeds.first != Self.key.seeds.first && other.seeds.second != Self.key.seeds.second)
    }

    @Test func `two equal sketches do not look equal on disk`() {
        var equal = 0
        for seed in UInt64(0)..<200 {
            let one = Self.key.closed(Self.sketch, of: Self.concern(seed))
            let two = Self.key.closed(Self.sketch, of: Self.concern(seed + 1_000))
            equal += zip(one, two).reduce(0) { $0 + (8 - ($1.0 ^ $1.1).nonzeroBitCount) }
        }
        // Half of the bits by chance, as of any two rows.
        #expect(abs(Double(equal) / Double(200 * 512) - 0.5) < 0.01)
    }

    @Test func `the service derives it from its master key, apart from the others`() {
        let keys = ServiceKeys(master: Data(repeating: 5, count: 32))
        #expect(keys.sketches.count == 32)
        let others = [keys.receipts, keys.imports, keys.forms, keys.draws, keys.accounts, keys.log]
        #expect(!others.contains(keys.sketches))
    }
}
