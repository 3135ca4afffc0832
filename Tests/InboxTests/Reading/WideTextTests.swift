import Foundation
import Inbox
import Testing

/// Text in units of two or four bytes, with a mark or without.
struct WideTextTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private static let encodings: [String.Encoding] = [
        .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ]
    private static let letters = [
        "My room is cold.", "Zabrali mi telefon i nikt mnie nie pyta, że źle się tu czuję",
        "Мене ніхто не чує в цьому домі",
        "لا أحد يسألني ماذا أريد", "Κανείς δεν με ακούει εδώ", "אף אחד לא שואל אותי", "I’m “fine” 😕, they say",
    ]

    private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test(arguments: letters, encodings)
    func `a letter is read without a mark, also several in one file`(text: String, encoding: String.Encoding) throws {
        let one = try reader.reading(Self.bytes(text, encoding), named: "a.txt")
        #expect(one.outcome == .imported)
        #expect(one.message?.text == text)
        let two = reader.readings(
            of: try Self.bytes("\(text)\n--- message ---\nno\n--- message ---\n\(text)!", encoding), named: "a.txt")
        #expect(two.map(\.message?.text) == [text, "no", text + "!"])
    }

    @Test(arguments: encodings, ["", "\u{FEFF}"])
    func `a mailbox and a mail are parted into heads and words`(encoding: String.Encoding, mark: String) throws {
        func mail(_ words: String) -> String { "From: a\nSubject: s\nMIME-Version: 1.0\n\n\(words)\n\n" }
        let postmark = "From a@b Mon Mar  2 10:02:00 2026\n"
        let box = mark + postmark + mail("Мене ніхто не чує 😕") + postmark + mail("two")
        let found = reader.readings(of: try Self.bytes(box, encoding), named: "saved.mbox")
        #expect(found.map(\.message?.text) == ["Мене ніхто не чує 😕", "two"])
        let one = try reader.reading(Self.bytes(mark + mail("one"), encoding), named: "a.eml")
        #expect(one.message?.text == "one")
        #expect(one.message?.subject == "s")
    }

    @Test(arguments: UInt8(1)...8)
    func `control characters between letters make no other alphabet`(control: UInt8) throws {
        let bytes = "I want to go home".utf8.flatMap { [$0, control] }
        let reading = try reader.reading(bytes, named: "a.txt")
        #expect(reading.outcome == .quarantined)
        #expect(reading.alsoFound == ["I want to go home"])
    }

    @Test func `zeros in a mail's head or body leave its words, for a person to look at`() throws {
        let zeros = String(repeating: "\0", count: 300)
        for mail in [
            "From: a\nX-A: \(zeros)\nSubject: s\n\nI am cold\n", "From: a\nSubject: s\n\nI am\(zeros) cold\n",
            "From: a\nSubject: s\n\n" + "I am cold".map { "\($0)\0" }.joined() + "\n",
        ] {
            let reading = try reader.reading(mail, named: "a.eml")
            #expect(reading.outcome == .quarantined)
            #expect(reading.message?.subject == "s")
            #expect(reading.message?.text == "I am cold")
        }
    }

    @Test(arguments: ["\u{1F}\u{8B}\u{8}", "%PDF-", "\u{1}\u{2}\u{3}\u{4}"])
    func `an entry that is no text concerns only itself`(start: String) {
        let bytes = Array(start.utf8.filter { $0 != 0xC2 }) + [UInt8](repeating: 1, count: 50)
        let postmark = Array("From a@b Mon Mar  2 10:02:00 2026\n".utf8)
        let mail = Array("From: a\nSubject: s\n\nwords\n\n".utf8)
        let box = postmark + bytes + [0x0A, 0x0A] + postmark + mail
        #expect(reader.readings(of: box, named: "a.mbox").map(\.outcome) == [.quarantined, .imported])
        #expect(
            reader.readings(of: bytes + [0x0A] + Array("--- message ---\nwords\n".utf8), named: "a.txt").map(\.outcome)
                == [.quarantined, .imported])
    }
}
