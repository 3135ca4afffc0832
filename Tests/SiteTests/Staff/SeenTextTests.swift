import TestSupport
import Testing

@testable import StaffSite

struct SeenTextTests {
    @Test(arguments: [
        ("damp\r\nroom\n", "damp\nroom\n"), ("a\rb", "a␍b"), ("a\tb", "a\tb"), ("\u{1B}[2J", "␛[2J"),
        ("\u{7F}", "␡"), ("\u{85}", "‹U+0085›"), ("x\u{202E}y", "x‹U+202E›y"), ("a\u{200B}b", "a‹U+200B›b"),
        ("\u{E0041}", "‹U+E0041›"), ("Zoë 🙂 مرحبا", "Zoë 🙂 مرحبا"), ("", ""),
    ])
    func `in a source every unseen character has a sign or its number`(text: String, seen: String) {
        #expect(SeenText.source(Array(text.utf8)) == seen)
    }

    @Test func `bytes that are no text are shown one by one, and what follows them is read again`() {
        #expect(SeenText.source([0x61, 0xE9, 0x62, 0xFF, 0xFE, 0xC3, 0xA9, 0xE2, 0x82]) == "a‹E9›b‹FF›‹FE›é‹E2›‹82›")
    }

    @Test func `in words only what misleads is shown, and what scripts and emoji need stays`() {
        #expect(SeenText.words("نمی\u{200C}خواهم 👩\u{200D}🚒 \u{200F}") == "نمی\u{200C}خواهم 👩\u{200D}🚒 \u{200F}")
        #expect(SeenText.words("safe\u{202E}efas\u{2069}\u{0}") == "safe‹U+202E›efas‹U+2069›␀")
    }

    @Test func `whatever the bytes, nothing unseen is left but line ends and tabs`() {
        for seed in UInt64(0)..<300 {
            var generator = Seeded(seed)
            let bytes = (0..<200).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let unseen = SeenText.source(bytes).unicodeScalars.filter {
                ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t")
                    || $0.properties.isDefaultIgnorableCodePoint
            }
            #expect(unseen.isEmpty, "\(seed)")
        }
    }
}
