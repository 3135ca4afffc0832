import Concerns
import TestSupport
import Testing

@testable import StaffSite

/// Offsets that the page's script goes by are those of the message, whatever is in it.
struct MarkedWordsTests {
    private static let letters = Array("a b🙂👩‍👩‍👧é\u{200B}\u{202E}\u{2066}\u{0}\r\n\tаسلام\u{FEFF}\u{85}🇬🇧".unicodeScalars)

    @Test func `pieces cover every scalar once and in order, and count what is shown by its number as one`() throws {
        for seed in UInt64(0)..<300 {
            var random = Seeded(seed)
            var words = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<60, using: &random) {
                words.append(Self.letters.randomElement(using: &random) ?? "a")
            }
            let count = words.count
            let redactions = (0..<Int.random(in: 0..<4, using: &random)).compactMap { _ -> Redaction? in
                guard count > 0 else { return nil }
                let start = Int.random(in: 0..<count, using: &random)
                return Redaction(start..<Int.random(in: start...count, using: &random), .person)
            }
            let spans = MarkedWords(Original(String(words)), redactions).pieces.flatMap(\.spans)
            var next = 0
            for span in spans {
                #expect(span.from == next && span.to > span.from, "\(seed)")
                #expect(
                    span.isUnseen ? span.to == span.from + 1 : span.text.unicodeScalars.count == span.to - span.from)
                next = span.to
            }
            #expect(next == count, "\(seed)")
        }
    }

    @Test(arguments: [
        ("Tom🙂🙂 told Mariam", "Mariam"), ("🇬🇧 I told Zoë", "Zoë"),
        ("with zero\u{200B}width Ma\u{200B}riam", "Ma\u{200B}riam"),
        ("turned \u{202E}about\u{202C} Mariam", "Mariam"), ("قلت لمريم ان", "لمريم"), ("line\r\nends Mariam", "Mariam"),
        ("lооk-alike Маriаm", "Маriаm"), ("👩‍👩‍👧 Mariam", "Mariam"),
    ])
    func `a stretch that is marked goes out exactly, and its neighbours stay`(words: String, name: String) async throws
    {
        let site = try await TestStaffSite()
        let id = try await site.receive(words)
        let scalars = Array(words.unicodeScalars)
        let sought = Array(name.unicodeScalars)
        let start = try #require(
            (0...scalars.count - sought.count).first { scalars[$0..<$0 + sought.count].elementsEqual(sought) })
        let desk = try await site.browser(of: .moderator)
        let row = [
            ("start", "\(start)"), ("end", "\(start + sought.count)"), ("kind", "PERSON"), ("keep", "0"),
            ("action", "preview"),
        ]
        let page = try await desk.post("/desk/\(id)", row)
        let mark = try #require(page.between("<mark ", "</mark>"))
        #expect(mark.contains(#"data-from="\#(start)""#))
        let original = Original(words)
        let left = try ModeratedText(redacting: original, [Redaction(start..<start + sought.count, .person)])
        let beside = try #require(page.between(#"id="moderated""#, "</div>"))
        #expect(beside.drop { $0 != ">" }.dropFirst() == SeenText.words(left.description))
    }
}
