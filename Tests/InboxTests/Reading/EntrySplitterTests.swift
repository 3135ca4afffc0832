import Inbox
import TestSupport
import Testing

struct EntrySplitterTests {
    private struct Shape: Equatable {
        let bytes: [UInt8]
        let postmark: [UInt8]?
        let isCutOff: Bool
        let kind: InboxEntry.Kind
    }

    private func entries(
        of bytes: [UInt8], named name: String = "a", format: InboxFormat = .auto, chunks: () -> Int = { 1 << 20 }
    ) -> [Shape] {
        var shapes: [Shape] = []
        func each(_ entry: InboxEntry) {
            #expect(entry.index == shapes.count)
            shapes.append(
                Shape(bytes: entry.bytes, postmark: entry.postmark, isCutOff: entry.isCutOff, kind: entry.kind))
        }
        var splitter = EntrySplitter(named: name, format: format)
        var place = 0
        while place < bytes.count {
            let end = min(place + max(chunks(), 1), bytes.count)
            splitter.take(bytes[place..<end], each: each)
            place = end
        }
        splitter.finish(each: each)
        return shapes
    }

    private func texts(of text: String, named name: String = "a", format: InboxFormat = .auto) -> [String] {
        entries(of: Array(text.utf8), named: name, format: format).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    private static let postmark = "From a@post.example Mon Mar  2 10:02:00 2026\n"
    private var postmark: String { Self.postmark }

    @Test func `however a source is cut into chunks, its entries are the same`() {
        let pieces = [
            postmark, "From b Tue Mar  3 11:00:00 2026\n", "Subject: x\n", "Content-Length: 12\n", "\n", "\r\n",
            "words\n",
            ">From a\n", "From Monday on\n", "--- message ---\n", "--- message ---\r\n", "F", "From ", "-- \n",
            String(repeating: "long ", count: 900), "\u{FEFF}", "é", "\0",
        ].map { Array($0.utf8) }
        for seed in UInt64(0)..<400 {
            var generator = Seeded(seed)
            var bytes: [UInt8] = Bool.random(using: &generator) ? Array(postmark.utf8) : []
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                bytes += pieces.randomElement(using: &generator) ?? []
            }
            for format in InboxFormat.allCases {
                let whole = entries(of: bytes, format: format) { bytes.count }
                let most = Bool.random(using: &generator) ? 3 : 3000
                let cut = entries(of: bytes, format: format) { Int.random(in: 1...most, using: &generator) }
                #expect(whole == cut, "seed \(seed), \(format)")
                #expect(!whole.isEmpty)
            }
        }
    }

    @Test func `an empty source is one entry`() {
        for format in InboxFormat.allCases { #expect(entries(of: [], format: format).count == 1) }
    }

    @Test func `a postmark under a blank line or above a field parts two mails, other lines do not`() {
        let box =
            postmark + "Subject: 1\n\none\n\n" + postmark + "Subject: 2\n\nFrom Monday 9 on nobody came\n"
            + postmark + "Subject: 3\n\nthree\n" + "From here to Mon Mar, said the sign of 2026\n\nFrom the office\n"
        #expect(
            texts(of: box) == [
                "Subject: 1\n\none\n", "Subject: 2\n\nFrom Monday 9 on nobody came\n",
                "Subject: 3\n\nthree\nFrom here to Mon Mar, said the sign of 2026\n\nFrom the office\n",
            ])
    }

    @Test func `a quoted line loses one mark, as mboxo and mboxrd put it there`() {
        let box = postmark + "Subject: 1\n\n>From a\n>>From b\n> From c\n>Fromage\n"
        #expect(texts(of: box) == ["Subject: 1\n\nFrom a\n>From b\n> From c\n>Fromage\n"])
    }

    @Test func `a stated length keeps lines within it, and their marks`() {
        let body = ">From a\n\n" + postmark + "is what the letter had on top\n\nwords\n"
        let mail = postmark + "Subject: 1\nContent-Length: \(body.utf8.count)\n\n" + body
        #expect(texts(of: mail + "\n" + mail + "\n").count == 2)
        #expect(texts(of: mail + "\n").first?.hasSuffix(body) == true)
    }

    @Test(arguments: [0, 9, 57, 10_000, 99_999_999])
    func `a length that proves wrong is not believed, so no mail swallows the next`(length: Int) {
        let lying = postmark + "Subject: 1\nContent-Length: \(length)\n\none\n\n"
        #expect(texts(of: lying + postmark + "Subject: 2\n\ntwo\n\n" + postmark + "Subject: 3\n\n3\n\n").count == 3)
    }

    @Test(arguments: ["", "\n", postmark + "Subject: 4\n\nfour\n"])
    func `a length that ends at a postmark or the end swallows no mail either`(below: String) {
        let swallowed = "two\n\n" + Self.postmark + "Subject: 3\n\nthree\n\n"
        let box =
            postmark + "Subject: 1\nContent-Length: 4\n\none\n\n" + postmark
            + "Subject: 2\nContent-Length: \(swallowed.utf8.count)\n\n" + swallowed + below
        #expect(
            texts(of: box).prefix(3).map { $0.split(separator: "\n").last } == ["one", "two", "three"])
        #expect(texts(of: box).count == (below.count > 1 ? 4 : 3))
    }

    @Test func `a length is not believed where the first mail states none`() {
        let body = "one\n\n" + postmark + "Subject: inner\n\nwords\n"
        let second = postmark + "Subject: 2\nContent-Length: \(body.utf8.count)\n\n" + body + "\n"
        #expect(texts(of: postmark + "Subject: 1\n\nfirst\n\n" + second).count == 3)
    }

    @Test func `what stands above the first postmark is a mail of its own`() {
        #expect(
            texts(of: "Subject: 0\n\nzero\n\n" + postmark + "Subject: 1\n\none\n", named: "a.mbox")
                == ["Subject: 0\n\nzero\n", "Subject: 1\n\none\n"])
    }

    @Test func `a mailbox is one whatever its name, also with bare returns or a mark of UTF-8`() {
        let box = postmark + "Subject: 1\n\none\n\n" + postmark + "Subject: 2\n\ntwo\n\n"
        #expect(texts(of: box, named: "saved.eml").count == 2)
        #expect(texts(of: "\u{FEFF}" + box).count == 2)
        #expect(texts(of: String(box.map { $0 == "\n" ? "\r" : $0 }), named: "old.mbox").count == 2)
        #expect(texts(of: box.replacing("\n", with: "\r\n")).map(\.utf8.count) == [19, 19])
    }

    @Test func `letters in a file are parted by their line, in any charset that tells itself`() {
        let text =
            "--- message ---\n\none é\n--- Message ---  \r\ntwo\n\n--- message ---\n \n--- message ---\nthree --- message ---"
        let expected = ["\none é\n", "two\n\n", "three --- message ---"]
        #expect(texts(of: text, named: "a.txt") == expected)
        for isLittle in [true, false] {
            let units = "\u{FEFF}\(text)".utf16.flatMap { unit in
                isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
            let found = entries(of: units, named: "a.txt")
            #expect(found.count == 3)
            #expect(found.allSatisfy { $0.bytes.starts(with: units.prefix(2)) && $0.kind == .letter })
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [("a.mbox", 1 << 16), ("a.txt", 1 << 16), ("a.eml", 1 << 20)])
    func `an entry longer than is taken is cut, and the next one is whole`(name: String, chunk: Int) {
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: EntrySplitter.mostBytes + 5_000)
        let next = name == "a.mbox" ? "\n\n\(postmark)Subject: 2\n\ntwo\n" : "\n--- message ---\ntwo\n"
        let found = entries(of: long + Array(next.utf8), named: name) { chunk }
        #expect(found.first?.isCutOff == true)
        #expect(found.first?.bytes.count == EntrySplitter.mostBytes)
        if name != "a.eml" {
            #expect(found.count == 2)
            #expect(found.last.map { String(decoding: $0.bytes.suffix(4), as: UTF8.self) } == "two\n")
            #expect(found.last?.isCutOff == false)
        }
    }
}
