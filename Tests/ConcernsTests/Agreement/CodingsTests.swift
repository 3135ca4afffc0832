import Concerns
import TestSupport
import Testing

struct CodingsTests {
    /// Krippendorff (2011), A: ten units, two readers, yes or no.
    ///
    /// Of the 20 codes 14 are 0 and 6 are 1; four units differ. alpha = 1 − 19 · 4 / (14 · 6) = .095.
    @Test func `the published example of two readers and two codes comes to .095`() throws {
        let meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
        let owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        let codings = Codings(zip(meg, owen).map { [$0, $1] }, of: 2, on: .nominal)
        let (alpha, byHand) = (try #require(codings.alpha), 1.0 - 76.0 / 84.0)
        #expect(abs(alpha - byHand) < 1e-12 && abs(alpha - 0.095) < 0.0005)
        #expect(codings.sameShare == 0.6)
    }

    /// Krippendorff (2011), B: twelve units, two readers, codes a to e.
    ///
    /// Three units differ. The margins are 4, 6, 6, 6 and 2 of 24, so Σ n(c) n(k) = (576 − 128) / 2 = 224, and
    /// alpha = 1 − 23 · 3 / 224 = .692.
    @Test func `the published example of two readers and five codes comes to .692`() throws {
        let ben = Array("aabbdcccedda"), gerry = Array("babbbcccedd" + "d")
        let codes = zip(ben, gerry).map { pair in
            [pair.0, pair.1].map { letter in letter.asciiValue.map { Int($0) - 97 } }
        }
        let alpha = try #require(Codings(codes, of: 5, on: .nominal).alpha)
        let byHand = 1.0 - 69.0 / 224.0
        #expect(abs(alpha - byHand) < 1e-12 && abs(alpha - 0.692) < 0.0005)
    }

    /// Krippendorff (2011), C: twelve units, four readers, codes 1 to 5, with gaps; here from 0 to 4.
    ///
    /// Unit 12 has one code and is left out, so n = 40 and the margins are 9, 13, 10, 5 and 3. Nominal: Σ n(c) n(k) =
    /// (1600 − 384) / 2 = 608; of the three units that differ, units 2 and 8 have one code beside three equal ones
    /// (3 / 3 = 1 each) and unit 6 four different ones (6 / 3 = 2): alpha = 1 − 39 · 4 / 608 = .743. Ordinal: .815.
    @Test func `the published example of four readers with gaps comes to .743, and in order to .815`() throws {
        let readers: [[Int?]] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
            [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ]
        let units = (0..<12).map { unit in readers.map { reader in reader[unit].map { $0 - 1 } } }
        let nominal = Codings(units, of: 5, on: .nominal)
        #expect(nominal.unitCount == 11)
        let (alpha, byHand) = (try #require(nominal.alpha), 1.0 - 156.0 / 608.0)
        #expect(abs(alpha - byHand) < 1e-12 && abs(alpha - 0.743) < 0.0005)
        let inOrder = try #require(Codings(units, of: 5, on: .ordinal).alpha)
        #expect(abs(inOrder - 0.815) < 0.0005)
    }

    @Test func `over random codings with gaps alpha is what its definition says`() {
        for seed in UInt64(0)..<300 {
            var random = Seeded(seed)
            let codes = Int.random(in: 2...5, using: &random)
            let readers = Int.random(in: 2...4, using: &random)
            let units: [[Int?]] = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                (0..<readers).map { _ in
                    Int.random(in: 0..<4, using: &random) == 0 ? nil : Int.random(in: 0..<codes, using: &random)
                }
            }
            for scale in [Codings.Scale.nominal, .ordinal] {
                let (alpha, defined) = (Codings(units, of: codes, on: scale).alpha, Self.defined(units, codes, scale))
                switch (alpha, defined) {
                case (nil, nil): break
                case (let alpha?, let defined?): #expect(abs(alpha - defined) < 1e-9, "seed \(seed)")
                default: Issue.record("seed \(seed): \(String(describing: alpha)) and \(String(describing: defined))")
                }
            }
        }
    }

    /// 1 − D(o) / D(e), pair by pair: within units each unit’s mean weighs as much as it has codes, and against all pairs
    /// of codes of whatever units.
    private static func defined(_ units: [[Int?]], _ codes: Int, _ scale: Codings.Scale) -> Double? {
        let coded = units.map { $0.compactMap(\.self) }.filter { $0.count >= 2 }
        let all = coded.flatMap(\.self)
        func apart(_ one: Int, _ other: Int) -> Double {
            if one == other { return 0 }
            if scale == .nominal { return 1 }
            let (low, high) = (min(one, other), max(one, other))
            let between = all.count { (low...high).contains($0) }
            let ends = all.count { $0 == low } + all.count { $0 == high }
            let ranks = Double(between) - Double(ends) / 2
            return ranks * ranks
        }
        func mean(_ codes: [Int]) -> Double {
            var sum = 0.0
            for (place, one) in codes.enumerated() {
                for (other, another) in codes.enumerated() where other != place { sum += apart(one, another) }
            }
            return sum / Double(codes.count * (codes.count - 1))
        }
        guard all.count >= 2 else { return nil }
        let expected = mean(all)
        guard expected > 0 else { return nil }
        let observed = coded.reduce(0) { $0 + mean($1) * Double($1.count) } / Double(all.count)
        return 1 - observed / expected
    }

    @Test func `where everybody always says one thing it is undefined, and so is it without units`() {
        var random = Seeded(1)
        let same = Codings(Array(repeating: [1, 1], count: 40), of: 2, on: .nominal)
        #expect(same.alpha == nil && same.sameShare == 1 && same.interval(using: &random) == nil)
        let alone = Codings([[1, nil], [nil, nil], []], of: 2, on: .nominal)
        #expect(alone.alpha == nil && alone.unitCount == 0 && alone.sameShare == nil)
    }

    @Test func `the interval is the same for the same numbers, holds alpha, and narrows with more units`() throws {
        var random = Seeded(7)
        let few: [[Int?]] = (0..<40).map { _ in
            let first = Int.random(in: 0...1, using: &random)
            return [first, Int.random(in: 0..<5, using: &random) == 0 ? 1 - first : first]
        }
        func interval(_ units: [[Int?]]) throws -> ClosedRange<Double> {
            var generator = RepeatableGenerator(seed: 5)
            return try #require(Codings(units, of: 2, on: .nominal).interval(using: &generator))
        }
        let many = Array(repeating: few, count: 9).flatMap(\.self)
        let (narrow, wide) = (try interval(many), try interval(few))
        #expect(try interval(few) == wide)
        #expect(wide.contains(try #require(Codings(few, of: 2, on: .nominal).alpha)))
        #expect(narrow.upperBound - narrow.lowerBound < 0.5 * (wide.upperBound - wide.lowerBound))
    }

    @Test func `one unit that differs among many gives no interval, as too many resamples lack it`() {
        var random = Seeded(3)
        let units: [[Int?]] = [[0, 1]] + Array(repeating: [0, 0], count: 30)
        #expect(Codings(units, of: 2, on: .nominal).alpha != nil)
        #expect(Codings(units, of: 2, on: .nominal).interval(using: &random) == nil)
    }
}
