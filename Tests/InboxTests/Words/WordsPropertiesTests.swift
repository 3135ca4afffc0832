import TestSupport
import Testing

@testable import Inbox

/// What holds for any text whatever.
struct WordsPropertiesTests {
    private static let pieces = [
        "my words", "\n", "\n\n", "> quoted", "\n>> ", "On 2 March 2026 at 10:02, A <a@b.example> wrote:\n", "-- \n",
        "--\n", "A. Worker",
        "From: A\nSent: 2 March 2026\nTo: B\nSubject: c\n", "________________________________\n",
        "-----Original Message-----\n",
        "---------- Forwarded message ---------\n", "Sent from my iPhone\n", "This email is confidential.\n",
        "Begin forwarded message:\n",
        "wrote:\n", "<a@b.example>\n", "yes", " ", "\u{A0}", "\u{3000}", "é", "ي", "👩🏽‍🦱", ":", "\n:\n", "> > >",
        "pon. 2026 napisał(a):\n", "On 3 Mar\n",
        "Registered charity number 1, company number 2, confidential\n",
    ]

    private func text(_ generator: inout Seeded) -> String {
        (0..<Int.random(in: 0...25, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }

    private func letters(_ text: String?) -> [Character: Int] {
        (text ?? "").reduce(into: [:]) { counts, character in
            if !character.isWhitespace { counts[character, default: 0] += 1 }
        }
    }

    @Test func `nothing is lost but white space and the mark of a signature`() throws {
        let phrases = try Shipped.phrases()
        for seed in UInt64(0)..<1_500 {
            var generator = Seeded(seed)
            let text = text(&generator)
            for (isReply, isForward) in [(false, false), (true, false), (false, true)] {
                let parts = ReplyParts(of: text, isReply: isReply, isForward: isForward, phrases: phrases)
                var found = letters(parts.text).merging(letters(parts.quoted), uniquingKeysWith: +)
                found.merge(letters(parts.signature), uniquingKeysWith: +)
                // A mark is two dashes.
                let all = letters(text)
                let dashes = (all["-"] ?? 0) - (found["-"] ?? 0)
                #expect(dashes >= 0 && dashes % 2 == 0, "seed \(seed)")
                found["-"] = all["-"]
                // Apple's forward marks each line.
                if isForward || text.contains("orwarded"), found[">", default: 0] <= all[">", default: 0] {
                    found[">"] = all[">"]
                }
                #expect(found == all, "seed \(seed)")
            }
        }
    }

    @Test func `parting the words again parts nothing more`() throws {
        let phrases = try Shipped.phrases()
        for seed in UInt64(0)..<1_500 {
            var generator = Seeded(seed)
            let text = text(&generator)
            // What is left of a mail sent on no longer says so.
            for isReply in [false, true] where !text.contains("orwarded") {
                let once = ReplyParts(of: text, isReply: isReply, isForward: false, phrases: phrases)
                let twice = ReplyParts(of: once.text, isReply: isReply, isForward: false, phrases: phrases)
                #expect(twice.text == once.text, "seed \(seed) \(isReply) \(text.debugDescription)")
            }
        }
    }

    @Test func `words are never parted to nothing`() throws {
        let phrases = try Shipped.phrases()
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            let text = text(&generator)
            let parts = ReplyParts(of: text, isReply: true, isForward: false, phrases: phrases)
            let isFooter = parts.quoted == nil && parts.signature?.hasPrefix("Sent from") == true
            #expect(parts.text.isEmpty == letters(text).isEmpty || isFooter, "seed \(seed)")
        }
    }

    @Test func `any bytes give a text`() throws {
        let phrases = try Shipped.phrases()
        let guess = try Shipped.guess()
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            _ = ReplyParts(of: text, isReply: true, isForward: seed % 2 == 0, phrases: phrases)
            _ = Subject(text, phrases: phrases)
            _ = HTMLText.text(of: text)
            _ = FlowedText.unwrapped(text, deletesSpace: true)
            _ = LetterHead.parted(text, inMail: false)
            _ = guess.language(of: text)
        }
    }

    /// Each would take minutes if any step looked at the rest of the text again and again.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<a \"", "<a '\">", "<script>", "<style></", "<!--", "</", "<blockquote>", "<div hidden>",
            "<p style=\"display:none\">", "&", "<",
            "&#", "<ul><li>", "<td>", "<head>", "<pre>\n", "On 2 March 2026\n", "x:\n", "On 2026 wrote:\n", "From: a\n",
            "-- \n", "--\n", "> ",
            ">", "> \n", " \n", "\n", "Sent from my iPhone\n", "Registered charity, confidential\n",
            "________________________________\n",
            "----- Original Message\n", "Begin forwarded message:\n", "Council: x\n", "Area: looked-after\n",
            "a@b.example wrote:\n", "2026 skrev: ", "أ ",
            "From: a\nSent: b\nTo: c\n", "---------- Forwarded message ---------\n\n\n",
        ])
    func `text made to be slow is read in time`(piece: String) throws {
        let phrases = try Shipped.phrases()
        let guess = try Shipped.guess()
        let many = String(repeating: piece, count: 30_000 / piece.utf8.count)
        let blanks = String(repeating: "\n", count: 20_000)
        for text in [many, "words\n" + many + "\n>", blanks + many, "words" + blanks + many + ">"] {
            _ = HTMLText.text(of: text)
            _ = FlowedText.unwrapped(text, deletesSpace: false)
            _ = ReplyParts(of: text, isReply: true, isForward: false, phrases: phrases)
            _ = ReplyParts(of: text, isReply: false, isForward: true, phrases: phrases)
            _ = ReplyParts(of: text, isReply: false, isForward: false, phrases: phrases)
            _ = LetterHead.parted(text, inMail: false)
            _ = Subject(text, phrases: phrases)
            _ = guess.language(of: text)
        }
    }
}
