import Concerns
import Foundation
import Inbox
import TestSupport
import Testing

@testable import earshot

struct JSONTextTests {
    private static let scalars: [Unicode.Scalar] =
        (0...0x80).map { Unicode.Scalar(UInt8($0)) } + [
            "é", "ß", "ș", "م", "日", "👧", "\u{2028}", "\u{FEFF}", "\u{202E}",
        ]

    @Test func `any text comes back from a reader of JSON as it went in`() throws {
        for seed in UInt64(0)..<500 {
            var generator = Seeded(seed)
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                view.append(Self.scalars.randomElement(using: &generator) ?? "x")
            }
            let text = String(view)
            var json = JSONText()
            json.object { line in
                line.key("text")
                line.string(text)
            }
            let read = try JSONDecoder().decode([String: String].self, from: Data(json.bytes))
            #expect(read["text"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "seed \(seed)")
        }
    }

    @Test func `members, lists and numbers are parted by commas, and nothing else is`() {
        var json = JSONText()
        json.object { line in
            line.key("a")
            line.array([1, 2]) { $0.number($1) }
            line.key("b")
            line.array([Int]()) { $0.number($1) }
            line.key("c")
            line.object {
                $0.key("d"); $0.string("e")
            }
            line.key("f")
            line.number(-3)
        }
        json.endLine()
        json.object { _ in }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == "{\"a\":[1,2],\"b\":[],\"c\":{\"d\":\"e\"},\"f\":-3}\n{}")
    }

    @Test func `a preview tells all that was read, its keys in order and those without a value left out`() {
        var about = InboxAbout()
        about.council = "Leeds"
        about.children = 2
        about.sharing = .words
        let message = InboxMessage(
            sent: nil, subject: "Hello", said: nil, text: "My words", quoted: "theirs", signature: nil,
            charset: "utf-8", messageID: "secret",
            attachments: [InboxAttachment(name: "a.png", byteCount: 12, type: "image/png")], about: about)
        let reading = InboxReading(
            index: 3, outcome: .imported, reason: "The words were read.", message: message, identity: [1])
        var json = JSONText()
        json.previewLine(InboxSource(number: 1, name: "a/b.mbox"), reading)
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {"about":{"children":2,"council":"Leeds","share":"words"},"attachments":[{"name":"a.png","size":12}],\
                "charset":"utf-8","index":3,"outcome":"imported","quoted":"theirs","reason":"The words were read.",\
                "source":"a/b.mbox","subject":"Hello","text":"My words"}

                """)
    }

    @Test func `a report's line has four keys and no words`() {
        var json = JSONText()
        json.reportLine(
            InboxSource(number: 1, name: "-"), index: 0, outcome: .duplicate, reason: "It was imported before.")
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"index":0,"outcome":"duplicate","reason":"It was imported before.","source":"-"}"# + "\n")
    }
}
