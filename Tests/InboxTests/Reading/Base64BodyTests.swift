import Foundation
import Inbox
import Testing

/// Mail that says it travels in base64 keeps its words, whether it does or not.
struct Base64BodyTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private func text(_ body: String, charset: String = "utf-8") throws -> String? {
        let head =
            "From: a\nContent-Type: text/plain; charset=\(charset)\nContent-Transfer-Encoding: base64\n\n"
        return try reader.reading(head + body + "\n", named: "a.eml").message?.text
    }

    @Test(
        arguments: [
            "Hello\n\nI am cold at night", "Hi\n\nI am cold at night", "Help\n\nI am cold", "HELP", "Goodbyes", "stop",
            "Hello\nthere\nFrom\nJohn\n\nI am cold", "ihatethisplaceandnobodylistenstome", "Hi",
        ], ["utf-8", "iso-8859-1", "us-ascii"])
    func `words are words, though they are made of base64's letters`(body: String, charset: String) throws {
        #expect(try text(body, charset: charset) == body)
    }

    @Test(arguments: ["no", "help", "I am cold", "I am cold – très froid", String(repeating: "cold ", count: 100)])
    func `base64 is decoded, however short, and what stands below it is kept`(words: String) throws {
        let coded = Data(words.utf8).base64EncodedString(options: .lineLength76Characters)
        let trimmed = words.trimmingCharacters(in: .whitespaces)
        #expect(try text(coded) == trimmed)
        #expect(try text(coded + "\n\nand it’s dark") == trimmed + "\n\nand it’s dark")
    }

    @Test func `long base64 whose charset is wrongly stated is for a person, not rubbish`() throws {
        let coded = Data(Array("I am cold at night and nobody comes, caf".utf8) + [0xE9, 0x20, 0xFF])
            .base64EncodedString()
        let mail = "From: a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\(coded)\n"
        let reading = try reader.reading(mail, named: "a.eml")
        #expect(reading.outcome == .quarantined)
        #expect(reading.message?.text.hasPrefix("I am cold at night") == true)
    }
}
