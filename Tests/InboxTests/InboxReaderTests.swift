import Concerns
import Inbox
import Testing

struct InboxReaderTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private func reading(_ text: String, named name: String = "a.txt") throws -> InboxReading {
        try reader.reading(text, named: name)
    }

    @Test func `ten thousand characters are taken, one more is for a person to read first`() throws {
        // A family emoji is one character to the eye and seven scalars here.
        let family = "👨‍👩‍👧‍👦"
        let limit = String(repeating: "a", count: 9_993) + family
        #expect(try reading(limit).outcome == .imported)
        let longer = try reading("b" + limit)
        #expect(longer.outcome == .quarantined)
        #expect(longer.message?.text == "b" + limit)
    }

    @Test func `the subject counts towards the length, since it is sealed with the text`() throws {
        let mail = "Subject: help\n\n" + String(repeating: "a", count: 9_996)
        #expect(try reading(mail, named: "a.eml").outcome == .quarantined)
    }

    @Test(arguments: [
        ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], InboxOutcome.quarantined),
        ([0xFF, 0xD8, 0xFF, 0xE0, 1, 2], .quarantined),
        ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], .quarantined),
        ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], .quarantined),
        ([], .rejected), ([0x0D, 0x0A, 0x20], .rejected), ([0, 0, 0], .rejected),
    ])
    func `documents, pictures and bytes that are no text are for a person, nothing at all is not`(
        bytes: [UInt8], expected: InboxOutcome
    ) {
        let readings = reader.readings(of: bytes, named: "letter.txt")
        #expect(readings.map(\.outcome) == [expected])
    }

    @Test func `the same mail twice in a mailbox is a duplicate, other words under the same id are not`() {
        func mail(_ words: String) -> String {
            "From a@post.example Mon Mar  2 10:02:00 2026\nMessage-ID: <1@post.example>\nFrom: a\n\n\(words)\n\n"
        }
        let box = mail("one") + mail("two") + mail("one")
        let readings = reader.readings(of: Array(box.utf8), named: "box.mbox")
        #expect(readings.map(\.outcome) == [.imported, .imported, .duplicate])
    }

    @Test func `a mailbox without a postmark is read as one mail`() throws {
        let reading = try reading("Subject: hi\nFrom: a\n\nwords", named: "a.mbox")
        #expect(reading.message?.text == "words")
    }

    @Test(arguments: ["a.txt", "a.eml"], ["", "\n", "\r\n"])
    func `a last letter of windows-1252 is read, not cut off`(name: String, end: String) throws {
        let head = name == "a.eml" ? "Subject: hi\n\n" : ""
        let bytes = Array((head + "I live with Zo").utf8) + [0xE9] + Array(end.utf8)
        let reading = try #require(reader.readings(of: bytes, named: name).first)
        #expect(reading.outcome == .imported)
        #expect(reading.message?.text == "I live with Zoé")
        #expect(reading.message?.charset == "windows-1252")
    }

    @Test(arguments: [
        ("a.txt", "Zoë said caf", [0xC3]), ("a.txt", "“they locked it", [0xE2, 0x80, 0x0A]),
        ("a.eml", "Content-Type: text/plain; charset=utf-8\n\nmy name is Zo", [0xC3, 0x0A]),
    ])
    func `a letter of UTF-8 that is cut off is for a person to look at`(name: String, text: String, end: [UInt8]) throws
    {
        let reading = try #require(reader.readings(of: Array(text.utf8) + end, named: name).first)
        #expect(reading.outcome == .quarantined)
        #expect(reading.reason.contains("last letter is cut off"))
        #expect(reading.message?.charset == "utf-8")
    }

    @Test func `a charset's name that carries words shows none of them`() throws {
        for label in ["Ann-at-12-Elm-Road", "iso-8859-2 <b>Ann</b>", "cp-ann-at-12-elm-road"] {
            let mail = Array("Content-Type: text/plain; charset=\"\(label)\"\n\n".utf8) + [0xE9, 0x41]
            let reading = try reader.reading(mail, named: "a.eml")
            #expect(reading.outcome == .quarantined)
            #expect(reading.message?.charset == "unknown")
            #expect(!reading.reason.lowercased().contains("ann"))
            #expect(reading.reason.contains("an unknown charset"))
        }
    }

    @Test(arguments: ["windows-ann12", "utf-anneth", "mac-ann", "iso-ann-12"])
    func `a charset is named only where its name is one we know, whatever it looks like`(label: String) throws {
        let head = "Subject: =?\(label)?Q?caf=E9?=\nContent-Type: text/plain; charset=\(label)\n\n"
        for body in [Array("words".utf8), [0xE9, 0x41]] {
            let reading = try reader.reading(Array(head.utf8) + body, named: "a.eml")
            #expect(reading.message?.charset == "unknown")
            #expect(!reading.reason.lowercased().contains("ann"))
        }
    }

    @Test func `a reason does not count characters, which would tell messages apart`() throws {
        let reason = try reading(String(repeating: "words ", count: 3_333)).reason
        #expect(reason == "It is longer than 10,000 characters, which are taken unseen. Read it first.")
    }

    @Test func `a sender who forgot to close a tag or a script still has their words read`() throws {
        let mail = "Content-Type: text/html\n\n<style>p{} <p class=\"x>I am <b>cold</p> <3 and<script>"
        #expect(try reading(mail, named: "a.eml").message?.text.contains("cold") == true)
    }
}
