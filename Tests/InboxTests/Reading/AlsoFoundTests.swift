import Concerns
import Inbox
import Testing

/// What stands in a mail beside its words is found, so that danger is seen in it, and is none of its words.
struct AlsoFoundTests {
    private let reader: InboxReader
    private static let words = "nobody came for me last night"

    init() throws { reader = try .shipped() }

    private func reading(_ mail: String) throws -> InboxReading {
        try reader.reading("From: a\nSubject: hi\n" + mail, named: "a.eml")
    }

    private static func mixed(_ part: String) -> String {
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nmy room is cold\n--b\n\(part)\n--b--\n"
    }

    private static func both(_ plain: String, _ html: String) -> String {
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n\n\(plain)\n--b\n"
            + "Content-Type: text/html\n\n\(html)\n--b--\n"
    }

    private static let beside = [
        mixed(
            "Content-Type: text/html; name=a.html\nContent-Disposition: attachment\n\n<p>nobody&#32;came for me last night"
        ),
        mixed("Content-Type: text/calendar\n\nSUMMARY:nobody came for\n  me last night"),
        mixed("Content-Type: application/pgp-signature\n\n\(words)"),
        mixed("Content-Type: application/octet-stream\n\n\(words)"),
        mixed("Content-Type: image/png; name=\"\(words).png\"\n\nx"),
        mixed("Content-Type: message/delivery-status\n\nX-Note: \(words)"),
        mixed("Content-Type: text/rfc822-headers\n\nSubject: =?utf-8?B?bm9ib2R5IGNhbWUgZm9yIG1lIGxhc3QgbmlnaHQ=?="),
        mixed("Content-Type: multipart/encrypted; boundary=c\n\n--c\n\n\(words)\n--c--"),
        mixed("\nmore\n--b--\n\(words)"),
        "Content-Type: multipart/mixed; boundary=b\n\n\(words)\n--b\n\nmy room is cold\n--b--\n",
        both("my room is cold", "<p>\(words)"),
    ]

    @Test(arguments: beside)
    func `what can be read beside the words is found`(mail: String) throws {
        let reading = try reading(mail)
        #expect(reading.alsoFound.contains { $0.contains(Self.words) })
        #expect(reading.message?.text.contains(Self.words) == false)
        #expect(reading.message?.text.contains("my room is cold") == true)
        var dumped = "\(reading)"
        dump(reading, to: &dumped)
        #expect(!dumped.contains(Self.words))
    }

    @Test func `a mail of one plain text has nothing beside it`() throws {
        #expect(try reading("\nmy room is cold\n").alsoFound.isEmpty)
    }

    private static let unreadable: [[UInt8]] = [
        words.utf8.map { [$0, 1] }.flatMap { $0 }, Array("%PDF-1.7 \u{1}\u{2} \(words)".utf8),
        [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0] + Array(words.utf8) + [0, 0, 0, 0],
    ]

    @Test(arguments: unreadable)
    func `bytes that are no text are for a person, and their words are found`(bytes: [UInt8]) throws {
        let reading = try reader.reading(bytes, named: "a.txt")
        #expect(reading.outcome == .quarantined)
        #expect(reading.message == nil)
        #expect(reading.alsoFound.contains { $0.contains(Self.words) })
    }

    @Test func `a mail of programs keeps its words, what it quotes and what is found in it`() throws {
        let mail =
            "In-Reply-To: <q@q>\nList-Unsubscribe: <x>\nList-Id: <y>\nPrecedence: bulk\n"
            + Self.both(
                "On Mon, 2 Mar 2026 at 10:00, Bob <b@c.d> wrote:\n> \(Self.words)\n\nok then\n-- \nAnn",
                "<p>another form")
        let reading = try reading(mail)
        #expect(reading.outcome == .rejected)
        #expect(reading.message?.text == "ok then")
        #expect(reading.message?.quoted?.contains(Self.words) == true)
        #expect(reading.message?.signature == "Ann")
        #expect(reading.alsoFound == ["another form"])
    }

    @Test func `a line for the council is found where there is nothing else in a letter`() throws {
        let reading = try reader.reading("Council: Leeds\nChildren: 2\n", named: "a.txt")
        #expect(reading.outcome == .rejected)
        #expect(reading.alsoFound == ["Leeds"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `what is found stays bounded, and the end of a long text is found`() throws {
        let long = String(repeating: "my room is cold. ", count: 200_000)
        let part = "--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=a.csv\n\n\(long)\n"
        let mail = "Content-Type: multipart/mixed; boundary=b\n\n" + part + part + "--b--\n"
        #expect(try reading(mail).alsoFound.reduce(0) { $0 + $1.utf8.count } <= 2 << 20)
        for name in ["a.eml", "a.txt"] {
            let reading = try reader.reading("Subject: x\nFrom: a\n\n\(long)\(long) \(Self.words)", named: name)
            #expect(reading.outcome == .quarantined)
            #expect(reading.alsoFound.contains { $0.hasSuffix(Self.words) })
        }
    }
}
