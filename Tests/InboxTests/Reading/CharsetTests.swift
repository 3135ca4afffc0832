import Concerns
import Foundation
import Inbox
import Testing

/// Letters as they come in the world's charsets, rightly and wrongly labelled.
struct CharsetTests {
    private let reader: InboxReader

    init() throws { reader = try .shipped() }

    private func reading(_ label: String?, _ bytes: [UInt8]) throws -> InboxReading {
        let type = label.map { "Content-Type: text/plain; charset=\"\($0)\"\n" } ?? ""
        return try reader.reading(Array("From: a\nSubject: x\n\(type)\n".utf8) + bytes, named: "a.eml")
    }

    @Test(
        arguments: [
            ("koi8-r", [0xC8, 0xCF, 0xCC, 0xCF, 0xC4, 0xCE, 0xCF], "холодно"),
            ("iso-8859-2", [0x7A, 0x69, 0x6D, 0x6E, 0x6F, 0x20, 0xB1, 0xEA], "zimno ąę"),
            ("windows-1256", [0xC8, 0xD1, 0xCF], "برد"), ("gb2312", [0xC0, 0xE4], "冷"),
            ("shift_jis", [0x8A, 0xA6], "寒"),
            ("big5", [0xA7, 0x4E], "冷"), ("euc-kr", [0xC3, 0xDF], "추"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x34, 0x28, 0x1B, 0x28, 0x42], "寒"),
            ("tis-620", [0xCB, 0xB9, 0xD2, 0xC7], "หนาว"), ("utf-7", Array("+AOk-".utf8), "é"),
            ("iso-8859-15", [0xA4], "€"), ("iso-8859-1", [0x93, 0x68, 0x69, 0x94], "“hi”"),
            ("utf-16le", [0x68, 0x00, 0x69, 0x00], "hi"), ("UTF-8", Array("żółw".utf8), "żółw"), ("tcvn", [0x61], "a"),
        ] as [(String, [UInt8], String)])
    func `text is read in the charset that it states`(label: String, bytes: [UInt8], text: String) throws {
        let reading = try reading(label, bytes)
        #expect(reading.outcome == .imported, "\(reading.reason)")
        #expect(reading.message?.text == text)
    }

    @Test(arguments: [
        "us-ascii", "iso-8859-1", "windows-1251", "koi8-r", "x-unknown", "utf-16", "made-up-by-a-program",
    ])
    func `UTF-8 under another label is read, and said to be mended`(label: String) throws {
        let reading = try reading(label, Array("tŷ oer, dŵr brwnt".utf8))
        #expect(reading.outcome == .imported)
        #expect(reading.message?.text == "tŷ oer, dŵr brwnt")
        #expect(reading.reason.contains("they are"), "\(reading.reason)")
    }

    @Test(
        arguments: [
            ("utf-8", [0x63, 0x61, 0x66, 0xE9, 0x21]), (nil, [0xBF, 0xF3, 0xB3, 0x77]), ("shift_jis", [0x8A]),
            ("gb18030", [0xFF, 0x41]), ("made-up", [0xE9, 0x41]), ("//TRANSLIT", [0xE9, 0x41]),
            ("../../etc/x", [0xE9, 0x41]), ("utf-8//IGNORE", [0xE9, 0x41]), ("wchar_t", [0xE9, 0x41]),
        ] as [(String?, [UInt8])])
    func `letters that cannot be known for certain are for a person`(label: String?, bytes: [UInt8]) throws {
        let reading = try reading(label, bytes)
        #expect(reading.outcome == .quarantined)
        #expect(reading.message != nil)
        #expect(!reading.reason.contains("/"))
    }

    @Test func `long UTF-8 text under a charset of two bytes a letter is read as UTF-8`() throws {
        let words = "我的房间很冷没有人听我说话"
        #expect(try reading("gb2312", Array(words.utf8)).message?.text == words)
    }

    @Test func `marks that turn the direction of writing are taken out and told, joiners stay`() throws {
        let marks = [
            "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        ]
        let joined = "می\u{200C}خواهم 👩\u{200D}👧"
        let turned = try reading("utf-8", Array(("a" + marks.joined(separator: "b") + joined).utf8))
        #expect(turned.message?.text == "abbbbbbbb" + joined)
        #expect(turned.outcome == .imported)
        #expect(turned.reason.contains("direction"))
        #expect(try !reading("utf-8", Array(joined.utf8)).reason.contains("direction"))
    }

    @Test func `control characters are left out and every kind of line end is one`() throws {
        let text = "a\u{0}b\u{7}\r\nc\rd\u{2028}e\u{85}f\u{9C}\u{FEFF}\tg"
        #expect(try reading("utf-8", Array(text.utf8)).message?.text == "ab\nc\nd\ne\nf\tg")
    }

    @Test func `thousands of mails in foreign charsets leave nothing open`() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        for _ in 0..<2_000 { _ = try reading("koi8-r", [0xC8, 0xCF, 0xFF]) }
        for _ in 0..<2_000 { _ = try reading("shift_jis", [0x8A]) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count <= before + 8)
    }
}
