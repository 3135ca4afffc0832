import Concerns
import Reinspection
import Testing

struct DrawTests {
    let areas: [JudgementArea] = [.helpAndProtection, .lookedAfter, .adoption, .careLeavers, .leadership]

    func draw(_ seed: UInt64, inScope: Set<JudgementArea>) throws -> Draw {
        Draw(from: areas, inScope: inScope, seed: try .test(seed), day: try Day("2015-12-01"))
    }

    @Test func `every candidate has the same chance`() throws {
        let inScope: Set<JudgementArea> = [.helpAndProtection, .leadership]
        var drawn: [JudgementArea: Int] = [:]
        for seed in UInt64(0)..<9_000 {
            if let area = try draw(seed, inScope: inScope).area { drawn[area, default: 0] += 1 }
        }
        #expect(Set(drawn.keys) == [.lookedAfter, .adoption, .careLeavers])
        // Three standard deviations of 9,000 throws at one in three are 134.
        for (area, count) in drawn { #expect(abs(count - 3_000) < 180, "\(area): \(count)") }
    }

    @Test func `the same seed draws the same, and what is not in scope`() throws {
        for seed in UInt64(0)..<300 {
            let inScope = Set(areas.filter { area in (seed >> UInt64(areas.firstIndex(of: area) ?? 0)) & 1 == 1 })
            let (one, two) = (try draw(seed, inScope: inScope), try draw(seed, inScope: inScope))
            #expect(one == two, "seed \(seed)")
            if let area = one.area {
                #expect(one.candidates.contains(area) && !inScope.contains(area), "seed \(seed)")
            } else {
                #expect(inScope.count == areas.count, "seed \(seed)")
            }
        }
    }

    @Test func `adding an area that was not drawn cannot steer the draw`() throws {
        for seed in UInt64(0)..<300 {
            let before = try draw(seed, inScope: [.leadership])
            for added in before.candidates where added != before.area {
                #expect(try draw(seed, inScope: [.leadership, added]).area == before.area, "seed \(seed)")
            }
        }
    }

    @Test func `a known seed draws what it drew when the method was fixed`() throws {
        let seed = try DrawSeed((0..<32).map { UInt8($0) })
        let draw = Draw(
            from: areas, inScope: [.helpAndProtection, .leadership], seed: seed, day: try Day("2015-12-01"))
        #expect(draw.area == .careLeavers)
        #expect(draw.algorithm == "shuffle-1")
        #expect(seed.hex == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    }

    @Test func `how children are listened to is never a candidate, and nothing left is said so`() throws {
        let day = try Day("2015-12-01")
        let none = Draw(from: areas + [.listenedTo], inScope: Set(areas), seed: try .test(1), day: day)
        #expect(none.outcome == .noneLeft)
        #expect(none.candidates == [])
    }

    @Test func `bytes that have to be passed over do not hold the draw up`() throws {
        // 255 is beyond the last whole multiple of 5 and of 3.
        let seed = try DrawSeed(Array(repeating: 255, count: 32))
        #expect(Draw(from: areas, inScope: [], seed: seed, day: try Day("2015-12-01")).area != nil)
    }

    @Test func `a byte that would favour some areas is passed over`() throws {
        // Of 256 values the last is one too many for fifths.
        for seed in UInt64(0)..<300 {
            let bytes = try DrawSeed.test(seed).bytes
            let later = try DrawSeed([255] + bytes.dropLast())
            let day = try Day("2015-12-01")
            #expect(
                Draw(from: areas, inScope: [], seed: later, day: day).area
                    == Draw(from: areas, inScope: [], seed: try DrawSeed(bytes), day: day).area, "seed \(seed)")
        }
    }

    @Test(arguments: [0, 31, 33])
    func `a seed has 32 bytes`(count: Int) {
        #expect(throws: NotADrawSeed(count: count)) { try DrawSeed(Array(repeating: 7, count: count)) }
    }
}
