import Concerns
import TestSupport
import Testing
import Triage

@Suite struct SketchTests {
    private static let seeds = SketchSeeds(0x1234_5678_9ABC_DEF0, 0x0FED_CBA9_8765_4321)
    private static let other = SketchSeeds(0x1234_5678_9ABC_DEF1, 0x0FED_CBA9_8765_4321)

    private static func sketch(_ words: String, seeds: SketchSeeds = seeds) throws -> Sketch? {
        try ShippedRules.triage.get().sketch(of: Original(words), seeds: seeds)
    }

    @Test func `nineteen of twenty careless copies are found, and of other messages hardly any`() throws {
        let messages = try InventedMessages.all()
        var found = 0
        var copies = 0
        var strangers = 0
        var generator = Seeded(7)
        let sketches = try messages.map { try Self.sketch($0) }
        for (index, message) in messages.enumerated() {
            guard let own = sketches[index] else { continue }
            let copy = CarelessCopy(of: message, among: messages, using: &generator).words
            guard let sketch = try Self.sketch(copy) else { continue }
            copies += 1
            found += own.agreement(with: sketch) >= Sketch.worthComparing ? 1 : 0
            for other in sketches[(index + 1)...].prefix(60) {
                if let other, own.agreement(with: other) >= Sketch.worthComparing { strangers += 1 }
            }
        }
        #expect(copies > 300)
        #expect(Double(found) >= 0.97 * Double(copies), "\(found) of \(copies)")
        #expect(strangers <= copies * 60 / 1_000, "\(strangers) of \(copies * 60)")
    }

    @Test func `text-speak is written out before anything is compared`() throws {
        let one = try Self.sketch(
            "my social worker never rings me back when you are going to see them tonight because of me")
        let same = try Self.sketch("my social worker nvr rings me back when u r gonna to see them 2nite cos of me")
        #expect(try #require(one).agreement(with: #require(same)) >= Sketch.copies)
    }

    @Test func `with another secret the same words have an unlike sketch`() throws {
        for message in try InventedMessages.all().prefix(50) {
            guard let one = try Self.sketch(message), let two = try Self.sketch(message, seeds: Self.other) else {
                continue
            }
            #expect(one.agreement(with: two) < Sketch.worthComparing, "\(one.agreement(with: two))")
        }
    }

    @Test(arguments: [
        "", "I want to go home", "nobody rings me back ever", "👋 👋 👋", String(repeating: " ", count: 200),
    ])
    func `a short sentence has none, as two children may well write the same`(words: String) throws {
        #expect(try Self.sketch(words) == nil)
    }

    @Test func `a wall of one letter, of digits or of another script does no harm`() throws {
        for words in ["a", "1", "ب", "👋", "\u{200B}", "ab "] {
            let wall = String(repeating: words, count: 10_000)
            if let sketch = try Self.sketch(wall) { #expect(sketch.agreement(with: sketch) == 512) }
        }
    }

    @Test func `it comes back from its bytes, and zeros are none`() throws {
        let sketch = try #require(try Self.sketch("They closed Marlpit House with two days notice and asked nobody."))
        #expect(sketch.bytes.count == Sketch.byteCount)
        #expect(Sketch(bytes: sketch.bytes) == sketch)
        #expect(Sketch(bytes: [UInt8](repeating: 0, count: 64)) == nil)
        #expect(Sketch(bytes: [1, 2, 3]) == nil)
    }
}
