import Concerns
import TestSupport
import Testing

struct ModeratedTextTests {
    @Test func `what is redacted is replaced by a mark of its kind`() throws {
        let original = Original("my carer Dawn, ring 0161 496 0123 👩🏽‍🦱")
        let text = try ModeratedText(redacting: original, [.init(20..<33, .phone), .init(9..<13, .person)])
        #expect(text.description == "my carer [name], ring [phone] 👩🏽‍🦱")
    }

    @Test func `overlapping redactions take out all that either covers`() throws {
        let text = try ModeratedText(redacting: Original("abcdefghij"), [.init(2..<6, .person), .init(4..<8, .place)])
        #expect(text.description == "ab[name]ij")
    }

    @Test func `a redaction outside the words is refused`() {
        #expect(throws: RedactionOutside(scalars: 2..<9, length: 3)) {
            try ModeratedText(redacting: Original("abc"), [.init(2..<9, .person)])
        }
    }

    @Test func `no scalar inside a redaction is left, whatever the text`() throws {
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            // Private-use scalars stand for what must go; nothing else in the text is one.
            var scalars = Array("e\u{301}🙂\r\n ظ".unicodeScalars).shuffled(using: &generator)
            let start = Int.random(in: 0...scalars.count, using: &generator)
            let length = Int.random(in: 1...4, using: &generator)
            scalars.insert(contentsOf: Array(repeating: "\u{E000}", count: length), at: start)
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            let text = try ModeratedText(
                redacting: Original(String(view)), [.init(start..<start + length, .other)])
            #expect(!text.description.unicodeScalars.contains("\u{E000}"), "seed \(seed)")
        }
    }
}

struct OriginalTests {
    @Test func `an original never shows its words by itself`() {
        let original = Original("my name is Kayleigh")
        for shown in [
            "\(original)", String(reflecting: original), "\(Told(original, councilTyped: "Kayleigh's town"))",
        ] {
            #expect(!shown.contains("Kayleigh"))
        }
        #expect(Mirror(reflecting: original).children.isEmpty)
    }
}
